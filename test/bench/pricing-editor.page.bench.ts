import type { BillingBackend } from '../../src/contract/index.js';
import type { Policy } from '../../src/domain/index.js';
import '../../src/elements/pricing-editor/define.js';
import { PricingEditor } from '../../src/elements/pricing-editor/pricing-editor.js';
import { installation, publishedPolicy, session } from '../helpers/canned-shapes.js';
import { policyWith } from '../helpers/policy.js';

/**
 * One keystroke in the editor of a policy as large as there can be, to the new picture and its layout. A hundred tiers and a discount for
 * each of the sixty lengths that a step may begin at are the largest that is legal; a hundred steps are a draft whose every fault is shown.
 */
const KEYSTROKES = 40;
const GOAL_MS = 50;
const NOW = '2026-03-01T08:00:00.000Z';

function policyOf(steps: number): Policy {
  return policyWith({
    cycle: 'month',
    rule: {
      type: 'tiered',
      mode: 'volume',
      tiers: Array.from({ length: 100 }, (_, index) => ({
        upTo: index === 99 ? null : (index + 1) * 10,
        unitAmount: 12_000 - index * 100,
      })),
    },
    offer: {
      type: 'discount',
      steps: Array.from({ length: steps }, (_, index) => ({
        minCycles: index + 1,
        payPercent: 100 - index / 4,
      })),
    },
    priceCap: { amount: 5_000_000, per: 'cycle' },
  });
}

/** Answers at once, so that only the page is measured. */
function backendWith(policy: Policy): BillingBackend {
  const answers: Partial<BillingBackend> = {
    session: () => Promise.resolve({ ...session, role: 'provider', now: NOW }),
    policy: () => Promise.resolve({ ...publishedPolicy, policy }),
    installation: () => Promise.resolve({ ...installation, launchedAt: null, subscription: null }),
    policyVersions: () => Promise.resolve([{ ...publishedPolicy, policy }]),
    watch: () => () => undefined,
  };
  return answers as BillingBackend;
}

/** Lets everything that is ready to run, run. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function mounted(): Promise<{ editor: PricingEditor; root: ShadowRoot }> {
  localStorage.clear();
  const editor = new PricingEditor();
  editor.installationId = 'i-1';
  editor.backend = backendWith(policyOf(60));
  document.body.append(editor);
  while (!editor.shadowRoot?.querySelector('.picture path.draft')) await turn();
  return { editor, root: editor.shadowRoot };
}

/** Milliseconds from an input event to the layout of what it changed. */
async function keystroke(
  editor: PricingEditor,
  input: HTMLInputElement,
  text: string,
): Promise<number> {
  input.value = text;
  const begin = performance.now();
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await editor.updateComplete;
  editor.getBoundingClientRect();
  return performance.now() - begin;
}

interface Times {
  median: number;
  worst: number;
}

function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, worst: sorted.at(-1) ?? NaN };
}

/** Types amounts into the tier in the middle, each another picture. */
async function typing(): Promise<Times> {
  const { editor, root } = await mounted();
  const input = root.querySelector<HTMLInputElement>('#tier-50-amount')!;
  const line = () => root.querySelector('.picture path.draft.line')?.getAttribute('d');
  const times: number[] = [];
  for (let count = 0; count < KEYSTROKES + 5; count += 1) {
    const before = line();
    const time = await keystroke(editor, input, String(60 + (count % 2) * 20 + count / 100));
    // A picture that stayed as it was is no measure of a new one.
    if (count >= 5) times.push(line() === before ? Infinity : time);
    await turn();
  }
  editor.remove();
  return timesOf(times);
}

/** Walks the picture with the keys. */
async function walking(): Promise<Times> {
  const { editor, root } = await mounted();
  const picture = root.querySelector<HTMLElement>('#plot-picture')!;
  const times: number[] = [];
  for (let count = 0; count < KEYSTROKES; count += 1) {
    const begin = performance.now();
    picture.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }));
    await editor.updateComplete;
    editor.getBoundingClientRect();
    times.push(performance.now() - begin);
    await turn();
  }
  editor.remove();
  return timesOf(times);
}

/** Types into a draft of a hundred steps, of which no more than sixty can be right. */
async function typingFaults(): Promise<Times> {
  localStorage.clear();
  const editor = new PricingEditor();
  editor.value = policyOf(100);
  document.body.append(editor);
  while (!editor.shadowRoot?.querySelector('#tier-50-amount')) await turn();
  while (!editor.shadowRoot.querySelector('.plot')) await turn();
  const input = editor.shadowRoot.querySelector<HTMLInputElement>('#tier-50-amount')!;
  const times: number[] = [];
  for (let count = 0; count < KEYSTROKES; count += 1) {
    times.push(await keystroke(editor, input, String(60 + count)));
    await turn();
  }
  editor.remove();
  return timesOf(times);
}

async function run(): Promise<{ text: string; good: boolean }> {
  const measured: [string, Times][] = [
    ['100 tiers and 60 steps, a keystroke to the new picture', await typing()],
    ['the same, a key on the picture', await walking()],
    ['100 tiers and 100 steps with their faults, a keystroke', await typingFaults()],
  ];
  const lines = measured.map(
    ([what, { median, worst }]) => `${what}: ${median.toFixed(1)} ms, at worst ${worst.toFixed(1)}`,
  );
  return {
    text: `pricing-editor: ${lines.join('; ')}; goal ${GOAL_MS} ms`,
    good: measured.every(([, { median }]) => median <= GOAL_MS),
  };
}

globalThis.benchReport = await run();
