import type { CSSResult } from 'lit';
import type { BillingBackend } from '../../src/contract/index.js';
import '../../src/elements/purchase-form/define.js';
import { PurchaseForm } from '../../src/elements/purchase-form/purchase-form.js';
import { installation, orderPage, publishedPolicy, session } from '../helpers/canned-shapes.js';
import { policyWith } from '../helpers/policy.js';
import { vanillaForm } from './vanilla-form.js';

/**
 * A further form in a warm page, from its making to its layout, as a ratio to the same controls written by hand. Both are made in turn,
 * round after round, and the median round counts, so that a busy machine slows both alike.
 */
const ROUNDS = 25;
const BATCH = 8;
const GOAL = 1.75;
const NOW = '2026-03-01T08:00:00.000Z';

const policy = policyWith({
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 2, payPercent: 90 },
      { minCycles: 3, payPercent: 85 },
    ],
  },
  seatLimits: { min: 5, max: 500 },
});

/** Answers at once, so that only the page is measured. */
const answers: Partial<BillingBackend> = {
  session: () => Promise.resolve({ ...session, now: NOW }),
  policy: () => Promise.resolve({ ...publishedPolicy, policy }),
  orders: () => Promise.resolve({ ...orderPage, items: [] }),
  watch: () => () => undefined,
  installation: () =>
    Promise.resolve({
      ...installation,
      launchedAt: NOW,
      pendingOrderId: null,
      subscription: {
        launchedAt: NOW,
        trialDays: 15,
        extraTrial: null,
        segments: [],
        seatsInUse: null,
        overLimitSince: null,
      },
    }),
};
const backend = answers as BillingBackend;

const styles = PurchaseForm.elementStyles.map((style) => (style as CSSResult).styleSheet!);
const place = document.body.appendChild(document.createElement('main'));

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

async function kit(): Promise<HTMLElement> {
  const form = new PurchaseForm();
  form.installationId = 'i-1';
  form.environment = 'desktop';
  form.backend = backend;
  place.append(form);
  while (!form.shadowRoot?.querySelector('form')) await turn();
  return form;
}

async function vanilla(): Promise<HTMLElement> {
  const host = document.createElement('div');
  place.append(host);
  await vanillaForm(host, backend, 'i-1', styles);
  await turn();
  return host;
}

/** Milliseconds that one form takes, layout included. */
async function time(make: () => Promise<HTMLElement>): Promise<number> {
  const begin = performance.now();
  for (let count = 0; count < BATCH; count += 1) {
    const form = await make();
    form.getBoundingClientRect();
    form.remove();
  }
  return (performance.now() - begin) / BATCH;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function elements(make: () => Promise<HTMLElement>): Promise<number> {
  const form = await make();
  const count = form.shadowRoot?.querySelectorAll('*').length ?? 0;
  form.remove();
  return count;
}

async function run(): Promise<{ text: string; good: boolean }> {
  const counts = [await elements(kit), await elements(vanilla)];
  for (let warm = 0; warm < 5; warm += 1) {
    await time(kit);
    await time(vanilla);
  }
  const rounds: { kit: number; vanilla: number }[] = [];
  for (let count = 0; count < ROUNDS; count += 1) {
    rounds.push({ kit: await time(kit), vanilla: await time(vanilla) });
  }
  const ratio = median(rounds.map((round) => round.kit / round.vanilla));
  const milliseconds = (which: 'kit' | 'vanilla') =>
    median(rounds.map((round) => round[which])).toFixed(2);
  return {
    text:
      `purchase-form: a further form ${milliseconds('kit')} ms (${counts[0]} elements), ` +
      `by hand ${milliseconds('vanilla')} ms (${counts[1]}), ratio ${ratio.toFixed(2)}; goal ${GOAL}`,
    good: ratio <= GOAL,
  };
}

declare global {
  /** What {@link run} found, for who started the page. */
  var benchReport: { text: string; good: boolean } | undefined;
}

globalThis.benchReport = await run();
