import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LocalBackend } from 'seatkit/backend';
import type { PaymentAction } from '../src/contract/index.js';
import type { Policy } from 'seatkit/domain';
import type { PurchaseForm } from '../src/elements/purchase-form/purchase-form.js';
import 'seatkit/purchase-form/define';
import {
  INSTALLATION,
  latestOrder,
  makeWorld,
  payLatest,
  place,
  POLICY,
  reprice,
  type WorldOptions,
} from '../test/elements/purchase-form/world.js';
import { FormDriver } from './purchase-form.driver.js';

type Args = Pick<PurchaseForm, 'mode' | 'environment' | 'seats' | 'cycles' | 'timeZone' | 'theme'>;

const meta: Meta<PurchaseForm> = {
  title: 'Elements/purchase-form',
  component: 'purchase-form',
  args: { environment: 'desktop', timeZone: 'Asia/Shanghai' },
  argTypes: {
    mode: { control: 'select', options: ['new', 'renew', 'expand'] },
    environment: {
      control: 'select',
      options: ['wechat', 'platform-app', 'mobile', 'desktop'],
    },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
};

export default meta;

type Story = StoryObj<PurchaseForm>;

/** The world of the story that was drawn last, for what happens in it afterwards. */
let world: LocalBackend;

function form(
  args: Partial<Args>,
  backend: LocalBackend | null,
  content: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  sessionStorage.clear();
  return html`<purchase-form
    installation-id=${INSTALLATION}
    mode=${ifDefined(args.mode ?? undefined)}
    environment=${ifDefined(args.environment ?? undefined)}
    seats=${ifDefined(args.seats ?? undefined)}
    cycles=${ifDefined(args.cycles ?? undefined)}
    time-zone=${ifDefined(args.timeZone ?? undefined)}
    .theme=${args.theme ?? 'auto'}
    .backend=${backend}
    >${content}</purchase-form
  >`;
}

/** A form in a world of its own, and what is done in it. */
function story(
  options: WorldOptions,
  rest: Omit<Story, 'render' | 'play'> = {},
  act?: (driver: FormDriver) => Promise<void>,
): Story {
  return {
    ...rest,
    render: (args) => {
      world = makeWorld(options);
      return form(args, world);
    },
    ...(act && { play: ({ canvasElement }) => act(new FormDriver(canvasElement)) }),
  };
}

const BOUGHT: WorldOptions = { bought: { kind: 'new', seats: 20, cycles: 1 }, daysLater: 265 };

const TIERED: Policy = {
  ...POLICY,
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 10, flatAmount: 198_000 },
      { upTo: 50, flatAmount: 450_000 },
      { upTo: null, unitAmount: 8_500 },
    ],
  },
};

const MONTHLY: Policy = {
  ...POLICY,
  cycle: 'month',
  rule: { type: 'per-seat', unitAmount: 1200 },
  offer: {
    type: 'gift',
    steps: [
      { minCycles: 6, days: 20 },
      { minCycles: 12, days: 60 },
    ],
  },
};

const CAPPED: Policy = { ...POLICY, offer: null, priceCap: { amount: 100_000, per: 'cycle' } };
const DEARER: Policy = { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } };

const COTERM: Policy = { ...POLICY, expansion: 'co-term' };

const graduated = (unitAmount: number): Policy => ({
  ...POLICY,
  offer: null,
  rule: {
    type: 'tiered',
    mode: 'graduated',
    tiers: [
      { upTo: 50, unitAmount: 12_000 },
      { upTo: 200, unitAmount },
      { upTo: null, flatAmount: 2_000_000 },
    ],
  },
});

/** Prices near the highest there can be: 10¹² fen. */
const DEAREST: Policy = {
  ...POLICY,
  rule: {
    type: 'tiered',
    mode: 'graduated',
    tiers: [
      ...[10, 20, 30, 40, 50].map((upTo) => ({ upTo, flatAmount: 10_000_000_000 })),
      { upTo: null, unitAmount: 100_000_000 },
    ],
  },
  offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 97.55 }] },
  seatLimits: null,
};

/** What happens in the world while the page does not hear of it. */
const unseen = async (happens: () => Promise<void>) => {
  world.simulation.setFaults({ session: 'unavailable' });
  await happens();
  world.simulation.setFaults({});
};

/** Lets payments start with an action of the story's own, which leads nowhere. */
const answerWith = (action: object) => {
  world.startPayment = async () => {
    const { quote } = await latestOrder(world);
    const base = { attemptId: 'a', amount: quote.payable, expiresAt: '2030-01-01T00:00:00.000Z' };
    return { ...base, ...action } as PaymentAction;
  };
};

const toCode = async (driver: FormDriver) => {
  await driver.submit();
  await driver.until('.qr-code');
};

/** A first purchase, during the trial. */
export const Ready: Story = story({});

/** More seats for a new term, with the remaining value credited. */
export const Expand: Story = story(BOUGHT, { args: { seats: 30, cycles: 2 } });

/** More seats to the same end: no length to choose. */
export const ExpandToTheSameEnd: Story = story(
  { ...BOUGHT, policy: { ...POLICY, expansion: 'co-term' } },
  { args: { seats: 30 } },
);

/** More time behind the one there is. */
export const Renew: Story = story({ ...BOUGHT, daysLater: 350 });

/** After the end: renewed, or bought anew. */
export const Expired: Story = story({ ...BOUGHT, daysLater: 400 });

/** Prices by number of seats, and where one stands. */
export const Tiers: Story = story({ policy: TIERED }, { args: { seats: 30 } }, async (driver) => {
  await driver.until('summary');
  driver.find('summary')?.click();
});

/** Each tier prices its own seats: from which one on they cost less. */
export const GraduatedTiers: Story = story(
  { policy: graduated(9_900) },
  { args: { seats: 45 } },
  async (driver) => {
    await driver.until('summary');
    driver.find('summary')?.click();
  },
);

/** Two paid times, each credited in a line of its own. */
export const SeveralCredits: Story = story(BOUGHT, { args: { mode: 'expand' } }, async (driver) => {
  await driver.until('form');
  await place(world, { kind: 'renew', seats: 12, cycles: 1 }, 'renewal');
  await driver.until('.pay');
  const { id } = await latestOrder(world);
  await world.startPayment(id, { method: 'wechat', environment: 'desktop', key: 'pay-renewal' });
  await payLatest(world);
  await driver.until('.outcome');
  await driver.click('.outcome .actions button:last-of-type');
  await driver.type('#seats', '30');
});

/** Amounts as high as they can be, every tier in a line. */
export const HighestAmounts: Story = story(
  { policy: DEAREST },
  { args: { seats: 900, cycles: 5 } },
  (driver) => driver.click('.toggle'),
);

/** The smallest amount there is. */
export const OneFen: Story = story({
  policy: { ...POLICY, offer: null, seatLimits: null, rule: { type: 'per-seat', unitAmount: 1 } },
});

/** A price of nothing: an order without a payment. */
export const Free: Story = story({
  policy: { ...POLICY, offer: null, rule: { type: 'per-seat', unitAmount: 0 } },
});

/** More seats that cost less in all, and a longer term that costs less a day: each with one click. */
export const Advice: Story = story(
  {
    policy: {
      ...POLICY,
      rule: {
        type: 'tiered',
        mode: 'volume',
        tiers: [
          { upTo: 50, unitAmount: 12_000 },
          { upTo: null, unitAmount: 9_000 },
        ],
      },
    },
  },
  { args: { seats: 45 } },
);

/** Fewer seats cannot be had by adding seats: the nearest number that can, or a renewal. */
export const WaysOut: Story = story({ ...BOUGHT, daysLater: 30 }, { args: { seats: 12 } });

/** The host's own way to pay in the place of the kit's. */
export const OwnPayment: Story = {
  render: (args) => {
    world = makeWorld({});
    return form(args, world, html`<p slot="payment">The host’s own payment frame</p>`);
  },
  play: async ({ canvasElement }) => {
    const driver = new FormDriver(canvasElement);
    await driver.submit();
    await driver.until('slot[name="payment"]');
  },
};

/** Months, with days given on top, and any other length to be typed. */
export const Months: Story = story({ policy: MONTHLY }, { args: { seats: 12, cycles: 12 } });

/** What the order takes away must be accepted in numbers first. */
export const Forfeit: Story = story(
  { policy: CAPPED, bought: { kind: 'new', seats: 20, cycles: 3 }, daysLater: 30 },
  { args: { seats: 21 } },
  async (driver) => {
    await driver.until('#accept');
    await driver.submit();
  },
);

/** Typed, kept and explained. */
export const BadInput: Story = story({}, {}, (driver) => driver.type('#seats', '一百'));

/** In WeChat on a phone: one way to pay, and never a code. */
export const OnAPhone: Story = story(BOUGHT, {
  args: { environment: 'wechat', seats: 30 },
  globals: { viewport: { value: 'mobile1' } },
});

/** In the platform's app. */
export const InThePlatformsApp: Story = story(BOUGHT, {
  args: { environment: 'platform-app', seats: 30 },
  globals: { viewport: { value: 'mobile1' } },
});

/** In any other browser of a phone: to the wallet and back. */
export const OnAnotherPhone: Story = story(BOUGHT, {
  args: { environment: 'mobile', seats: 30 },
  globals: { viewport: { value: 'mobile1' } },
});

/** The wallet of the app around the page opens over it. */
export const WalletOpening: Story = story(
  {},
  { args: { environment: 'wechat' }, globals: { viewport: { value: 'mobile1' } } },
  async (driver) => {
    await driver.until('form');
    answerWith({ type: 'jsapi', parameters: { appId: 'wx1' } });
    await driver.submit();
    await driver.until('.watch');
  },
);

/** The wallet was closed without paying: the order stays. */
export const WalletClosed: Story = story(
  {},
  {
    args: { environment: 'wechat' },
    globals: { viewport: { value: 'mobile1' } },
    beforeEach: () => {
      const bridge = {
        invoke: (_name: string, _parameters: unknown, answer: (result: object) => void) =>
          answer({ err_msg: 'get_brand_wcpay_request:cancel' }),
      };
      Object.assign(globalThis, { WeixinJSBridge: bridge });
      return () => Reflect.deleteProperty(globalThis, 'WeixinJSBridge');
    },
  },
  async (driver) => {
    await driver.until('form');
    answerWith({ type: 'jsapi', parameters: { appId: 'wx1' } });
    await driver.submit();
    await driver.until('.pay-body .button.primary');
  },
);

/** On the way to the wallet of another phone. */
export const Leaving: Story = story(
  {},
  { args: { environment: 'mobile' }, globals: { viewport: { value: 'mobile1' } } },
  async (driver) => {
    await driver.until('form');
    answerWith({ type: 'redirect', url: `${location.href}#paying` });
    await driver.submit();
    await driver.until('.watch');
  },
);

/** The price changed between the page and the order: both, and another yes. */
export const QuoteChanged: Story = story({}, { args: { seats: 20 } }, async (driver) => {
  await driver.until('form');
  world.simulation.setFaults({ session: 'unavailable' });
  await reprice(world, DEARER);
  world.simulation.setFaults({});
  await driver.submit();
  await driver.until('.changed');
});

/** A day went by: less time is left, and less is credited for it. */
export const QuoteChangedByADay: Story = story(
  { ...BOUGHT, policy: COTERM },
  { args: { seats: 30 } },
  async (driver) => {
    await driver.until('form');
    await unseen(() => world.simulation.clock.advance({ days: 1 }));
    await driver.submit();
    await driver.until('.changed');
  },
);

/** A changed price that takes something away needs a yes to that, too. */
export const QuoteChangedWithLoss: Story = story(
  { policy: { ...POLICY, offer: null }, bought: { kind: 'new', seats: 20, cycles: 2 } },
  { args: { mode: 'expand', seats: 21, cycles: 2 } },
  async (driver) => {
    await driver.until('form');
    await unseen(() => reprice(world, CAPPED));
    await driver.submit();
    await driver.until('.changed');
    await driver.click('.changed .primary');
  },
);

/** The new limits leave out the seats: the nearest order that can be made, with one click. */
export const LimitsChanged: Story = story({}, { args: { seats: 20 } }, async (driver) => {
  await driver.until('form');
  await unseen(() => reprice(world, { ...POLICY, seatLimits: { min: 5, max: 10 } }));
  await driver.submit();
  await driver.until('.extras .link');
});

/** The provider published while the form was open. */
export const Repriced: Story = story({}, { args: { seats: 20 } }, async (driver) => {
  await driver.until('form');
  await reprice(world, DEARER);
  await driver.until('.banner.info');
});

/** The order could not be made; everything typed is still there. */
export const OrderFailed: Story = story({}, { args: { seats: 20 } }, async (driver) => {
  await driver.until('form');
  world.simulation.setFaults({ createOrder: 'network' });
  await driver.submit();
  await driver.until('form .banner.danger');
});

/** A code to scan, and a link beside it that pays without money. */
export const PayByCode: Story = story({}, {}, toCode);

/** On its way to the gateway. */
export const PaymentStarting: Story = story({}, { parameters: { busy: true } }, async (driver) => {
  await driver.until('form');
  world.simulation.setFaults({ startPayment: 'hang' });
  await driver.submit();
  await driver.until('.pay');
});

/** The gateway did not answer: the order is kept, and the same payment can be tried again. */
export const PaymentNotStarted: Story = story({}, {}, async (driver) => {
  await driver.until('form');
  world.simulation.setFaults({ startPayment: 'unavailable' });
  await driver.submit();
  await driver.until('.pay .banner.danger');
});

/** A code that has had its time: another with one click. */
export const ExpiredCode: Story = story({}, {}, async (driver) => {
  await driver.until('form');
  answerWith({ type: 'qr', codeUrl: 'weixin://pay', expiresAt: '2026-03-01T07:00:00.000Z' });
  await driver.submit();
  await driver.until('.qr button');
});

/** The provider lowered the price meanwhile: another order in the place of the first. */
export const Lowered: Story = story({}, {}, async (driver) => {
  await toCode(driver);
  const { id } = await latestOrder(world);
  const provider = world.simulation.as('provider');
  await provider.lowerPrice(id, { amount: 50_000, key: 'lowered-in-story' });
  await driver.until('.banner.success');
});

/** No network: said, and looked at again by itself. */
export const Offline: Story = {
  ...story({}, {}, async (driver) => {
    await toCode(driver);
    world.simulation.setFaults({ order: 'network' });
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    window.dispatchEvent(new Event('offline'));
    await driver.until('.watch.unknown');
  }),
  beforeEach: () => () => Reflect.deleteProperty(navigator, 'onLine'),
};

/** Nothing can be learned: never shown as failed. */
export const ResultUnknown: Story = story({}, {}, async (driver) => {
  await toCode(driver);
  world.simulation.setFaults({ order: 'network' });
  await driver.click('.watch button');
  await driver.until('.watch.unknown');
});

/** Where to transfer to. */
export const BankTransfer: Story = story({}, {}, async (driver) => {
  await driver.click('input[value="bank-transfer"]');
  await driver.submit();
  await driver.until('.steps');
});

/** A bank has the money in hand: nothing can be cancelled or changed until it ends. */
export const BankTransferUnderWay: Story = story({}, {}, async (driver) => {
  await driver.click('input[value="bank-transfer"]');
  await driver.submit();
  await driver.until('.steps');
  const { payments } = await latestOrder(world);
  await world.simulation.gateway.advanceTransfer(payments[0]?.number ?? '');
  await driver.until('.steps .past');
});

/** The bank has taken it on; the rest takes its time. */
export const BankTransferAccepted: Story = story({}, {}, async (driver) => {
  await driver.click('input[value="bank-transfer"]');
  await driver.submit();
  await driver.until('.steps');
  const { payments } = await latestOrder(world);
  const { number = '' } = payments[0] ?? {};
  await world.simulation.gateway.advanceTransfer(number);
  await world.simulation.gateway.advanceTransfer(number);
  await driver.until('.steps .past ~ .past');
});

/** Met again after a reload. */
export const Resumed: Story = story({ pending: { kind: 'new', seats: 12, cycles: 1 } });

/** Another order waits already: it comes first. */
export const Conflict: Story = story({}, {}, async (driver) => {
  await driver.type('#seats', '30');
  await place(world, { kind: 'new', seats: 9, cycles: 1 }, 'another');
  await driver.submit();
  await driver.until('.pay');
});

/** Asked before an order is cancelled. */
export const Cancelling: Story = story({}, {}, async (driver) => {
  await toCode(driver);
  await driver.click('.exits button:last-child');
  await driver.until('dialog[open]');
});

/** What changed, until when, and what was paid. */
export const Done: Story = story(BOUGHT, { args: { seats: 30, cycles: 2 } }, async (driver) => {
  await toCode(driver);
  await payLatest(world);
  await driver.until('.outcome');
});

/** Credit covered all of it. */
export const SettledByCredit: Story = story(
  { policy: CAPPED, bought: { kind: 'new', seats: 20, cycles: 3 }, daysLater: 30 },
  { args: { seats: 21 } },
  async (driver) => {
    await driver.click('#accept');
    await driver.submit();
    await driver.until('.outcome');
  },
);

/** Not paid in time; ordering again keeps what was typed. */
export const Lapsed: Story = story({}, {}, async (driver) => {
  await toCode(driver);
  await world.simulation.clock.advance({ days: 1 });
  await driver.until('.outcome');
});

/** Cancelled, here or elsewhere. */
export const Cancelled: Story = story({}, {}, async (driver) => {
  await toCode(driver);
  await world.cancelOrder((await latestOrder(world)).id);
  await driver.until('.outcome');
});

/** A member learns whom to ask, and no price. */
export const ForMembers: Story = story({ session: 'member' });

/** A provider cannot buy. */
export const ForProviders: Story = story({ session: 'provider' });

/** Nothing to sell yet. */
export const Empty: Story = story({ policy: null });

/** Priced, but not launched. */
export const NotLaunched: Story = story({ launched: false });

/** Nothing can be ordered until a refund has ended. */
export const RefundUnderWay: Story = story(
  { bought: { kind: 'new', seats: 20, cycles: 1 } },
  {},
  async (driver) => {
    await driver.until('form');
    const { id } = await latestOrder(world);
    await world.requestRefund(id, { reason: '买错了', key: 'refund-of-story' });
    await driver.until('.outcome');
  },
);

/** Late, or missing for good. */
export const NoBackend: Story = { render: (args) => form(args, null) };

/** On its way; the place is kept. */
export const Loading: Story = story({ faults: { all: 'hang' } }, { parameters: { busy: true } });

/** Could not be loaded. */
export const Failed: Story = story({ faults: { all: 'network' } });

/** Could not be brought up to date; it still works. */
export const Stale: Story = story({}, { args: { seats: 20 } }, async (driver) => {
  await driver.until('form');
  world.simulation.setFaults({ session: 'unavailable' });
  await reprice(world, POLICY);
  await driver.until('.banner.warning');
});
