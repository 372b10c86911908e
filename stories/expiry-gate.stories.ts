import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import {
  BackendError,
  type BackendErrorCode,
  type BillingBackend,
  type InstallationEntitlement,
} from 'seatkit/backend';
import type { ExpiryGate } from '../src/elements/expiry-gate/expiry-gate.js';
import { remember } from '../src/elements/expiry-gate/known-entitlement.js';
import 'seatkit/expiry-gate/define';
import { AnsweringBackend } from '../test/elements/expiry-gate/answering-backend.js';
import {
  FACTS,
  INSTALLATION,
  answerOf,
  bought,
  inDays,
} from '../test/elements/expiry-gate/answers.js';

type Args = Pick<ExpiryGate, 'whenUnknown' | 'timeZone' | 'theme'>;

const meta: Meta<ExpiryGate> = {
  title: 'Elements/expiry-gate',
  component: 'expiry-gate',
  args: { whenUnknown: 'blocked', timeZone: 'Asia/Shanghai' },
  argTypes: {
    whenUnknown: { control: 'inline-radio', options: ['blocked', 'open'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
};

export default meta;

type Story = StoryObj<ExpiryGate>;

const WORDS = {
  'zh-CN': { app: '本周看板', task: '更新合同模板', logo: '项目助手', pay: '付款（模拟）' },
  en: {
    app: 'This week',
    task: 'Update the contract template',
    logo: 'Tasks',
    pay: 'Pay (simulated)',
  },
} as const;

function gate(
  args: Partial<Args>,
  backend: BillingBackend | null,
  pay?: () => void,
): TemplateResult {
  const w = WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh-CN'];
  return html`<expiry-gate
    installation-id=${INSTALLATION}
    when-unknown=${args.whenUnknown ?? 'blocked'}
    time-zone=${args.timeZone ?? 'Asia/Shanghai'}
    .theme=${args.theme ?? 'auto'}
    .backend=${backend}
  >
    <strong slot="logo">${w.logo}</strong>
    ${pay ? html`<button slot="purchase" type="button" @click=${pay}>${w.pay}</button>` : nothing}
    <h2>${w.app}</h2>
    <label><input type="checkbox" /> ${w.task}</label>
  </expiry-gate>`;
}

/** Forgets what another story left in the browser. */
function forget(): void {
  for (const kind of ['entitlement', 'put-off']) {
    localStorage.removeItem(`seatkit:${kind}:${INSTALLATION}`);
  }
}

/** A gate whose backend answers this; what a visitor does in it has its effect. */
function story(
  answer: InstallationEntitlement,
  act?: (world: AnsweringBackend, gate: ExpiryGate) => Promise<void>,
): Story {
  let world: AnsweringBackend;
  return {
    render: (args) => {
      forget();
      const extra = answerOf({ facts: { extraTrial: { days: 7, startedAt: inDays(0) } } });
      world = new AnsweringBackend(answer, {
        startExtraTrial: () => {
          world.change(extra);
          return Promise.resolve(extra);
        },
      });
      return gate(args, world.backend, () => world.change(answerOf({ facts: FACTS.active })));
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('expiry-gate');
      if (!element) throw new Error('There is no gate');
      await settled(element);
      await act?.(world, element);
    },
  };
}

/** Waits until the gate has something to say, or has let people in without a word. */
async function settled(element: ExpiryGate): Promise<void> {
  const said = () => element.shadowRoot?.querySelector('.front')?.textContent ?? '';
  const silent = () =>
    !element.blocked && !element.entitlement?.notice && element.entitlement?.state !== 'over-limit';
  while (said() === '' && !silent()) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** The backend of this story fails from the start. */
function failing(code: BackendErrorCode): Story {
  return {
    render: (args) => {
      forget();
      const world = new AnsweringBackend(answerOf());
      world.answer = () => Promise.reject(new BackendError(code));
      return gate(args, world.backend);
    },
    play: async ({ canvasElement }) => {
      await settled(canvasElement.querySelector<ExpiryGate>('expiry-gate')!);
    },
  };
}

async function press(element: ExpiryGate, index = 0): Promise<void> {
  element.shadowRoot?.querySelectorAll('button')[index]?.click();
  await element.updateComplete;
}

/** Bought, and far from its end: people are let in without a word. */
export const Ready: Story = story(answerOf({ facts: FACTS.active }));

/** The host has not given a backend, or not yet. */
export const NoBackend: Story = {
  render: (args) => gate(args, null),
  play: async ({ canvasElement }) => {
    await settled(canvasElement.querySelector<ExpiryGate>('expiry-gate')!);
  },
};

/** The answer takes its time; nothing of the app shows meanwhile. */
export const Waiting: Story = {
  render: (args) => {
    forget();
    const world = new AnsweringBackend(answerOf());
    world.answer = () => new Promise(() => undefined);
    return gate(args, world.backend);
  },
  play: async ({ canvasElement }) => {
    await settled(canvasElement.querySelector<ExpiryGate>('expiry-gate')!);
  },
};

/** The backend cannot be reached, and nothing is known from before. */
export const Unreachable: Story = failing('network');

/** The same for who was let in earlier: that holds until its own end. */
export const UnreachableForWhoComesBack: Story = {
  render: (args) => {
    forget();
    const { now } = Date;
    Date.now = () => now() - 600_000;
    remember(answerOf({ facts: bought(3) }));
    Date.now = now;
    const world = new AnsweringBackend(answerOf());
    world.answer = () => Promise.reject(new BackendError('network'));
    return gate(args, world.backend);
  },
  play: async ({ canvasElement }) => {
    await settled(canvasElement.querySelector<ExpiryGate>('expiry-gate')!);
  },
};

const paid = answerOf({ facts: FACTS.active });

/** The backend answers, but with a day that is in no calendar: nobody can say. */
export const ImpossibleAnswer: Story = story({
  ...paid,
  facts: {
    ...paid.facts,
    segments: [{ seats: 20, startsAt: inDays(-9), endsAt: '2027-02-30T00:00:00.000Z' }],
  },
});

/** The same as unreachable, where the host chose to let people in. */
export const UnreachableButOpen: Story = { ...failing('network'), args: { whenUnknown: 'open' } };

/** The backend does not let this person know. */
export const Refused: Story = failing('forbidden');

/** Stopped, and asking again failed: it may have been renewed meanwhile. */
export const Stale: Story = story(answerOf({ facts: FACTS.expired }), async (world, element) => {
  world.fail(new BackendError('network'));
  while (!element.shadowRoot?.querySelector('.banner')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
});

/** Before launch there is nothing anyone at the customer could do. */
export const NotLaunched: Story = story(answerOf({ facts: FACTS['not-launched'] }));

/** Three days of the trial are left. */
export const TrialEnding: Story = story(answerOf({ facts: { launchedAt: inDays(-12) } }));

/** The last minutes of the trial count down. */
export const TrialLastHour: Story = story(
  answerOf({ facts: { launchedAt: inDays(-15, 42 * 60_000) } }),
);

/** An extra trial ends too. */
export const ExtraTrialEnding: Story = story(
  answerOf({ facts: { extraTrial: { days: 7, startedAt: inDays(-2) } } }),
);

/** Put off: the notice stays away until midnight. */
export const PutOffForTheDay: Story = story(answerOf({ facts: bought(5) }), (_world, element) =>
  press(element, 1),
);

/** The last day of the bought time, hour by hour. */
export const ServiceEnding: Story = story(answerOf({ facts: bought(1) }));

/** A member is told whom to ask. */
export const ServiceEndingForAMember: Story = story(answerOf({ role: 'member', facts: bought(3) }));

/** More seats in use than were bought, within the 7 days of grace. */
export const OverLimit: Story = story(answerOf({ facts: FACTS['over-limit'] }));

/** The same, as a member sees it. */
export const OverLimitForAMember: Story = story(
  answerOf({ role: 'member', facts: FACTS['over-limit'] }),
);

/** Buying above the open app. */
export const BuyingAboveTheApp: Story = story(answerOf({ facts: bought(3) }), (_world, element) =>
  press(element),
);

/** The trial is over; the extra trial can still be started. */
export const TrialEnded: Story = story(answerOf({ facts: FACTS['trial-expired'] }));

/** The same, as a member sees it. */
export const TrialEndedForAMember: Story = story(
  answerOf({ role: 'member', facts: FACTS['trial-expired'] }),
);

/** The extra trial could not be started. */
export const ExtraTrialFailed: Story = story(
  answerOf({ facts: FACTS['trial-expired'] }),
  async (world, element) => {
    world.backend.startExtraTrial = () => Promise.reject(new BackendError('network'));
    await press(element, 1);
    while (!element.shadowRoot?.querySelector('[role="alert"]')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  },
);

/** The bought time is over. */
export const ServiceEnded: Story = story(answerOf({ facts: FACTS.expired }));

/** The same, as a member sees it. */
export const ServiceEndedForAMember: Story = story(
  answerOf({ role: 'member', facts: FACTS.expired }),
);

/** The same, as the provider sees it. */
export const ServiceEndedForTheProvider: Story = story(
  answerOf({ role: 'provider', facts: FACTS.expired }),
);

/** The grace is over. */
export const OverLimitBlocked: Story = story(answerOf({ facts: FACTS['over-limit-blocked'] }));

/** The same, as a member sees it. */
export const OverLimitBlockedForAMember: Story = story(
  answerOf({ role: 'member', facts: FACTS['over-limit-blocked'] }),
);

/** The host's form in the place of the app; paying in it opens the gate. */
export const BuyingInPlace: Story = story(answerOf({ facts: FACTS.expired }), (_world, element) =>
  press(element),
);
