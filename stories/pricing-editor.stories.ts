import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createLocalBackend, type LocalBackend } from 'seatkit/backend';
import type { Policy } from 'seatkit/domain';
import type { BillingBackend, Role } from '../src/contract/index.js';
import type { PricingEditor } from '../src/elements/pricing-editor/pricing-editor.js';
import 'seatkit/pricing-editor/define';

const ID = 'project-assistant';

const policy: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 10, flatAmount: 198_000 },
      { upTo: 50, flatAmount: 450_000 },
      { upTo: null, unitAmount: 9_000 },
    ],
  },
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 2, payPercent: 90 },
      { minCycles: 3, payPercent: 85 },
    ],
  },
  seatLimits: { min: 5, max: 200 },
  priceCap: null,
  expansion: 'new-term',
};

/** Legal, and certainly not what anybody means. */
const suspicious: Policy = {
  ...policy,
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 10, flatAmount: 198_000 },
      { upTo: 50, flatAmount: 498_000 },
      { upTo: 900, unitAmount: 9_000 },
      { upTo: null, unitAmount: 8_000 },
    ],
  },
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 2, payPercent: 70 },
      { minCycles: 3, payPercent: 100 },
      { minCycles: 9, payPercent: 80 },
    ],
  },
  seatLimits: { min: 1, max: 500 },
  priceCap: { amount: 1_500_000, per: 'order' },
};

type Rule = Policy['rule'];

interface World {
  published?: Policy | null;
  session?: Role;
  stage?: 'launched' | 'submitted' | 'published' | 'unauthorized';
}

function world({ published = policy, session = 'provider', stage = 'published' }: World = {}) {
  return createLocalBackend({
    session,
    seed: async ({ installations, as }) => {
      await installations.create(ID, {
        appName: '项目助手',
        providerName: '云图软件',
        customerAuthorized: stage !== 'unauthorized',
        merchantAccountOpened: stage !== 'unauthorized',
      });
      const provider = as('provider');
      if (published === null) return;
      await provider.publishPolicy(ID, { policy: published, baseVersion: null });
      if (stage === 'published') return;
      await provider.submit(ID);
      if (stage === 'launched') await provider.launch(ID);
    },
  });
}

/** A fresh draft each time: what an earlier look at a story left behind would hide what it shows. */
function editor(backend: BillingBackend): TemplateResult {
  localStorage.removeItem(`seatkit:pricing-draft:${ID}`);
  return html`<pricing-editor installation-id=${ID} .backend=${backend}></pricing-editor>`;
}

const elementIn = (canvas: HTMLElement) => canvas.querySelector('pricing-editor')!;

/** Waits until the form is there. */
async function fieldsOf(canvas: HTMLElement): Promise<ShadowRoot> {
  const { shadowRoot } = elementIn(canvas);
  while (!shadowRoot!.querySelector('form')) await new Promise(requestAnimationFrame);
  return shadowRoot!;
}

async function type(canvas: HTMLElement, id: string, text: string): Promise<void> {
  const fields = await fieldsOf(canvas);
  const input = fields.querySelector<HTMLInputElement>(`#${id}`)!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await elementIn(canvas).updateComplete;
}

/** Waits until what is done with the policy as a whole is there too. */
async function toolsOf(canvas: HTMLElement): Promise<ShadowRoot> {
  const fields = await fieldsOf(canvas);
  while (!fields.querySelector('#open-export')) await new Promise(requestAnimationFrame);
  return fields;
}

async function openTool(canvas: HTMLElement, tool: string): Promise<ShadowRoot> {
  const fields = await toolsOf(canvas);
  fields.querySelector<HTMLButtonElement>(`#open-${tool}`)!.click();
  await elementIn(canvas).updateComplete;
  return fields;
}

async function paste(canvas: HTMLElement, text: string): Promise<void> {
  const fields = await toolsOf(canvas);
  const area = fields.querySelector<HTMLTextAreaElement>('#import-content')!;
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await elementIn(canvas).updateComplete;
}

const meta: Meta<PricingEditor> = {
  title: 'Elements/pricing-editor',
  component: 'pricing-editor',
  argTypes: { theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] } },
};

export default meta;

type Story = StoryObj<PricingEditor>;

/** Published, and nothing changed since. */
export const Ready: Story = { render: () => editor(world()) };

/** A draft beside version 1: dashed is what customers buy by now. */
export const Changed: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'tier-3-amount', '110');
    await type(canvasElement, 'cap-amount', '18,000');
  },
};

/** Each suspicious thing in a sentence with its numbers, and a way to its field. */
export const Warnings: Story = { render: () => editor(world({ published: suspicious })) };

async function press(canvas: HTMLElement, selector: string): Promise<void> {
  const fields = await previewOf(canvas);
  fields.querySelector<HTMLElement>(selector)!.click();
  await elementIn(canvas).updateComplete;
}

/** Waits until the preview is there too. */
async function previewOf(canvas: HTMLElement): Promise<ShadowRoot> {
  const fields = await fieldsOf(canvas);
  while (!fields.querySelector('.sample')) await new Promise(requestAnimationFrame);
  return fields;
}

/** A line for every length, told apart by the shape at its end, its dashes and its word. */
export const Lengths: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => press(canvasElement, '#plot-lengths'),
};

/** What each seat costs: it falls within a tier of one price. */
export const PricePerSeat: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => press(canvasElement, '#plot-per-seat'),
};

/** Close to a jump: the closed dot is the price of 50 seats, the open one where that of 51 begins. */
export const CloseUp: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#plot-range input[value="near"]');
    await type(canvasElement, 'sample-seats', '52');
  },
};

/** The cap, beyond which every order costs the same. */
export const Capped: Story = {
  render: () =>
    editor(world({ published: { ...policy, priceCap: { amount: 1_200_000, per: 'cycle' } } })),
};

/** The same in figures: a row for every piece of the line. */
export const AsTable: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => press(canvasElement, '.as-table > summary'),
};

/** More seats for a customer who has two stacked times: what is left of both is credited, and what is lost is said. */
export const Calculator: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#sample-holding input[value="paid"]');
    await press(canvasElement, '#add-segment');
    await type(canvasElement, 'segment-2-value', '20,000');
  },
};

/** Added seats that keep the end: a share of the price for the time that is left. */
export const CalculatorCoTerm: Story = {
  render: () => editor(world({ published: { ...policy, expansion: 'co-term' } })),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#sample-holding input[value="paid"]');
  },
};

/** Why an order cannot be made, beside what is to blame. */
export const CalculatorRefused: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#sample-kind input[value="expand"]');
    await type(canvasElement, 'sample-seats', '900');
    await type(canvasElement, 'sample-cycles', '9');
  },
};

/** Common orders by the version in force and by the draft. */
export const CommonOrders: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'tier-3-amount', '110');
    await type(canvasElement, 'max-seats', '120');
    await press(canvasElement, '.common-orders > summary');
  },
};

/** Every fault at once, each beside its field; nothing typed is lost. */
export const EverythingWrong: Story = {
  render: () => html`<pricing-editor .value=${WRONG}></pricing-editor>`,
  play: async ({ canvasElement }) => {
    await fieldsOf(canvasElement);
    elementIn(canvasElement).reportValidity();
    await elementIn(canvasElement).updateComplete;
  },
};

const WRONG: unknown = {
  currency: 'XYZ',
  trial: { days: 50, extraDays: 20 },
  cycle: 'year',
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 50, flatAmount: '免费' },
      { upTo: 20, unitAmount: 12.5 },
      { upTo: null, unitAmount: 9_000 },
      { upTo: '一百' },
    ],
  },
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 0, payPercent: 9 },
      { minCycles: 2, payPercent: 88.888 },
      { minCycles: 2, payPercent: 80 },
    ],
  },
  seatLimits: { min: 9, max: 3 },
  priceCap: { amount: -1, per: 'order' },
  expansion: 'new-term',
};

/** Somebody else published while this draft was edited: both changes, and a choice for each. */
export const Conflict: Story = {
  render: () => {
    const backend = world();
    current = backend;
    return editor(backend);
  },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'trial-days', '30');
    await type(canvasElement, 'max-seats', '300');
    const colleague = current!.simulation.as({
      role: 'provider',
      userId: 'colleague',
      userName: '李工',
      installations: 'all',
    });
    await colleague.publishPolicy(ID, {
      policy: { ...policy, expansion: 'co-term', seatLimits: { min: 10, max: 200 } },
      baseVersion: 1,
    });
    const fields = await fieldsOf(canvasElement);
    while (!fields.querySelector('#conflict')) await new Promise(requestAnimationFrame);
  },
};

let current: LocalBackend | null = null;

/** Nothing published yet: the terms are proposed, the price is not. */
export const Empty: Story = { render: () => editor(world({ published: null })) };

/** The first gates are not passed: the checklist says which. */
export const NotAuthorized: Story = {
  render: () => editor(world({ published: null, stage: 'unauthorized' })),
};

/** Ready to launch. */
export const Submitted: Story = { render: () => editor(world({ stage: 'submitted' })) };

/** The question before the trial begins. */
export const Launching: Story = {
  render: () => editor(world({ stage: 'submitted' })),
  play: async ({ canvasElement }) => {
    const fields = await fieldsOf(canvasElement);
    fields.querySelector<HTMLButtonElement>('#launch')!.click();
    await elementIn(canvasElement).updateComplete;
  },
};

/** Everything done. */
export const Launched: Story = { render: () => editor(world({ stage: 'launched' })) };

/** What changes, for whom, and what is risky, before it is published. */
export const Review: Story = {
  render: () => editor(world({ stage: 'launched' })),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'tier-3-amount', '80');
    const fields = await fieldsOf(canvasElement);
    fields.querySelector<HTMLButtonElement>('#publish')!.click();
    await elementIn(canvasElement).updateComplete;
  },
};

/** Another role sees the same and cannot change it. */
export const ReadOnly: Story = { render: () => editor(world({ session: 'operator' })) };

/** Another role, and nothing published. */
export const EmptyForOthers: Story = {
  render: () => editor(world({ session: 'operator', published: null })),
};

/** As many tiers as a policy may have. */
export const HundredTiers: Story = {
  render: () =>
    editor(
      world({
        published: {
          ...policy,
          seatLimits: null,
          rule: {
            type: 'tiered',
            mode: 'graduated',
            tiers: Array.from({ length: 100 }, (_, index) => ({
              upTo: index === 99 ? null : (index + 1) * 10,
              unitAmount: 12_000 - index * 100,
            })),
          },
        },
      }),
    ),
};

/** Without a backend it is a field of a form that holds a policy. */
export const Alone: Story = {
  render: () => html`
    <form>
      <pricing-editor name="policy" .value=${policy}></pricing-editor>
    </form>
  `,
};

/** On a narrow box the preview comes below. */
export const Narrow: Story = {
  render: () => editor(world()),
  parameters: { viewport: { defaultViewport: 'mobile1' } },
};

/** What shuts the present subscription out at its renewal has to be confirmed by itself. */
export const RiskyReview: Story = {
  render: () => editor(world({ stage: 'launched' })),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'tier-2-amount', '9000');
    await type(canvasElement, 'tier-3-amount', '0');
    const fields = await toolsOf(canvasElement);
    fields.querySelector<HTMLButtonElement>('#publish')!.click();
    await elementIn(canvasElement).updateComplete;
    fields.querySelector<HTMLButtonElement>('#review-dialog .primary')!.click();
    await elementIn(canvasElement).updateComplete;
  },
};

/** Every version with who, when and what changed, and any two side by side. */
export const History: Story = {
  render: () => {
    const backend = world();
    current = backend;
    return editor(backend);
  },
  play: async ({ canvasElement }) => {
    const provider = current!.simulation.as('provider');
    await provider.publishPolicy(ID, {
      policy: { ...policy, expansion: 'co-term', seatLimits: { min: 10, max: 200 } },
      baseVersion: 1,
    });
    await provider.publishPolicy(ID, {
      policy: { ...policy, trial: { days: 30, extraDays: null } },
      baseVersion: 2,
    });
    const fields = await openTool(canvasElement, 'history');
    while (!fields.querySelector('#version-3')) await new Promise(requestAnimationFrame);
    fields.querySelector<HTMLDetailsElement>('#version-2 details')!.open = true;
  },
};

export const HistoryFailed: Story = {
  render: () => {
    const backend = world();
    backend.simulation.setFaults({ policyVersions: 'network' });
    return editor(backend);
  },
  play: async ({ canvasElement }) => {
    const fields = await openTool(canvasElement, 'history');
    while (!fields.querySelector('.state.failed')) await new Promise(requestAnimationFrame);
  },
};

/** An old version is the draft again; the one before can be had back. */
export const Restored: Story = {
  render: () => {
    const backend = world();
    current = backend;
    return editor(backend);
  },
  play: async ({ canvasElement }) => {
    await current!.simulation.as('provider').publishPolicy(ID, {
      policy: { ...policy, expansion: 'co-term' },
      baseVersion: 1,
    });
    await type(canvasElement, 'max-seats', '300');
    const fields = await openTool(canvasElement, 'history');
    while (!fields.querySelector('#restore-1')) await new Promise(requestAnimationFrame);
    fields.querySelector<HTMLButtonElement>('#restore-1')!.click();
    await elementIn(canvasElement).updateComplete;
  },
};

/** Another tab keeps another draft: neither is written over. */
export const TwoTabs: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'max-seats', '300');
    const fields = await toolsOf(canvasElement);
    const key = `seatkit:pricing-draft:${ID}`;
    while (localStorage.getItem(key) === null) await new Promise(requestAnimationFrame);
    localStorage.setItem(key, localStorage.getItem(key)!.replace('"300"', '"350"'));
    dispatchEvent(new StorageEvent('storage', { key }));
    while (!fields.querySelector('#take-rival')) await new Promise(requestAnimationFrame);
  },
};

export const Templates: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await openTool(canvasElement, 'templates');
  },
};

export const Export: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await openTool(canvasElement, 'export');
  },
};

/** A file for other customers: what it would change, before it is used. */
export const Import: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await openTool(canvasElement, 'import');
    const imported = { ...policy, trial: { days: 30, extraDays: null }, seatLimits: null };
    await paste(canvasElement, JSON.stringify({ schema: 'seatkit.policy/1', policy: imported }));
  },
};

/** Everything that is wrong with a file, each with its place; nothing of it is used. */
export const ImportWrong: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    await openTool(canvasElement, 'import');
    await paste(canvasElement, JSON.stringify({ ...(WRONG as object), colour: 'red' }, null, 2));
  },
};

export const Loading: Story = {
  render: () => {
    const backend = world();
    backend.simulation.setFaults({ installation: 'hang' });
    return editor(backend);
  },
  parameters: { busy: true },
};

export const Failed: Story = {
  render: () => {
    const backend = world();
    backend.simulation.setFaults({ installation: 'network' });
    return editor(backend);
  },
};

/** It was loaded once, and asking again failed. */
export const Stale: Story = {
  render: () => {
    current = world();
    return editor(current);
  },
  play: async ({ canvasElement }) => {
    const fields = await fieldsOf(canvasElement);
    current!.simulation.setFaults({ installation: 'network' });
    // Whoever watches is told, and asks again.
    await current!.simulation.as('provider').publishPolicy(ID, { policy, baseVersion: 1 });
    while (!fields.querySelector('.notes .banner')) await new Promise(requestAnimationFrame);
  },
};

export const NoBackend: Story = {
  render: () => html`<pricing-editor installation-id=${ID}></pricing-editor>`,
};

export const NoInstallation: Story = {
  render: () => html`<pricing-editor .backend=${world()}></pricing-editor>`,
};

/** Two of the three tiers change places by a press on one handle and, next, a press on another. */
export const MovingARow: Story = {
  render: () => editor(world()),
  play: async ({ canvasElement }) => {
    const fields = await toolsOf(canvasElement);
    while (!fields.querySelector('#grip-tiers-2')) await new Promise(requestAnimationFrame);
    fields.querySelector<HTMLButtonElement>('#grip-tiers-2')!.click();
  },
};

/** The one order that shows how the tier modes differ. */
export const TierByTier: Story = {
  render: () =>
    editor(
      world({ published: { ...policy, rule: { ...policy.rule, mode: 'graduated' } as Rule } }),
    ),
};

/** Of a policy of another version, what cannot be taken over is named first. */
export const FromElsewhere: Story = {
  render: () => {
    const newer = { ...policy, taxes: { rate: 6 }, rule: { ...policy.rule, rounding: 'up' } };
    return html`<pricing-editor .value=${newer}></pricing-editor>`;
  },
};

/** A field of a form that shows a policy and does not let it be changed. */
export const ReadOnlyField: Story = {
  render: () => html`<pricing-editor name="policy" readonly .value=${policy}></pricing-editor>`,
};
