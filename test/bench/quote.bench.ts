import { deepStrictEqual } from 'node:assert/strict';
import { Bench } from 'tinybench';
import type { Segment } from '../../src/domain/access/types.js';
import type { Policy } from '../../src/domain/policy/types.js';
import { quote } from '../../src/domain/pricing/quote.js';
import type { Quote } from '../../src/domain/pricing/types.js';
import { policyWith } from '../helpers/policy.js';
import { bareQuote } from './bare.js';

/**
 * Quotes per second as a ratio to a hand-written bare-integer function that returns the same object.
 * Both run in turn, round after round, and the median round counts, so that a busy machine slows both alike.
 */
const ROUNDS = 15;
const BATCH = 500;
const GOAL = 0.4;

const now = '2026-03-01T08:00:00.000Z';

const live: Segment = {
  orderId: 'o1',
  policyVersion: 1,
  seats: 10,
  cycle: 'year',
  cycles: 1,
  termDays: 365,
  days: 365,
  startsAt: '2025-06-09T08:00:00.000Z',
  endsAt: '2026-06-09T08:00:00.000Z',
  value: 100_000,
};

const tiers = [
  { upTo: 10, flatAmount: 198_000 },
  { upTo: 50, unitAmount: 12_000 },
  { upTo: 200, unitAmount: 9000 },
  { upTo: null, unitAmount: 8000 },
];

interface Scenario {
  name: string;
  policy: Policy;
  kind: 'new' | 'expand';
  cycles: number;
  segments: Segment[];
}

const scenarios: Scenario[] = [
  { name: 'per seat', policy: policyWith({}), kind: 'new', cycles: 1, segments: [] },
  {
    name: 'volume with a discount',
    policy: policyWith({
      rule: { type: 'tiered', mode: 'volume', tiers },
      offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 88.5 }] },
    }),
    kind: 'new',
    cycles: 3,
    segments: [],
  },
  {
    name: 'graduated with gift and cap',
    policy: policyWith({
      rule: { type: 'tiered', mode: 'graduated', tiers },
      offer: { type: 'gift', steps: [{ minCycles: 1, days: 60 }] },
      priceCap: { amount: 900_000, per: 'cycle' },
    }),
    kind: 'new',
    cycles: 2,
    segments: [],
  },
  {
    name: 'expansion with two credits',
    policy: policyWith({}),
    kind: 'expand',
    cycles: 1,
    segments: [
      live,
      { ...live, orderId: 'o2', startsAt: live.endsAt, endsAt: '2027-06-09T08:00:00.000Z' },
    ],
  },
];

function kitQuote({ policy, kind, cycles, segments }: Scenario, seats: number): Quote {
  const result = quote(policy, { kind, seats, cycles }, { segments, now });
  if (!result.ok) throw new Error(`${seats} seats: ${result.violations[0]?.code}`);
  return result.quote;
}

function handQuote({ policy, kind, cycles, segments }: Scenario, seats: number): Quote {
  return bareQuote(policy, kind, seats, cycles, segments, now);
}

/** Quotes for many numbers of seats in a row; the sum keeps the work from being optimised away. */
function batch(quoteOf: (scenario: Scenario, seats: number) => Quote, scenario: Scenario): number {
  let payable = 0;
  for (let seats = 11; seats < 11 + BATCH; seats += 1) payable += quoteOf(scenario, seats).payable;
  return payable;
}

async function round(scenario: Scenario, time: number): Promise<{ kit: number; bare: number }> {
  const bench = new Bench({ time, warmup: false });
  bench.add('kit', () => batch(kitQuote, scenario)).add('bare', () => batch(handQuote, scenario));
  const [kit, bare] = (await bench.run()).map(({ result }) =>
    'throughput' in result ? result.throughput.mean * BATCH : NaN,
  );
  return { kit: kit ?? NaN, bare: bare ?? NaN };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const ratios: number[] = [];
const speeds: number[] = [];
for (const scenario of scenarios) {
  for (let seats = 11; seats < 11 + BATCH; seats += 1) {
    deepStrictEqual(kitQuote(scenario, seats), handQuote(scenario, seats));
  }
  await round(scenario, 200);
  const rounds = [];
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(scenario, 40));
  ratios.push(median(rounds.map(({ kit, bare }) => kit / bare)));
  speeds.push(median(rounds.map(({ kit }) => kit)));
}
const lowest = Math.min(...ratios);
const each = scenarios.map(({ name }, index) => `${name} ${ratios[index]?.toFixed(2)}`).join(', ');
console.log(
  `quote: ${Math.round(median(speeds)).toLocaleString('en')}/s, ` +
    `ratio to bare integers ${lowest.toFixed(2)} at the least (${each}); goal ${GOAL}`,
);
if (!(lowest >= GOAL)) process.exitCode = 1;
