import type { Cycle, Quote, QuoteLine } from '../../../domain/index.js';

/** One step of a price as it was and as it is; null where there was or is none. */
export interface LineChange {
  before: QuoteLine | null;
  after: QuoteLine | null;
  change: 'none' | 'changed' | 'added' | 'gone';
}

/** The steps in the order in which a price goes through them (SPEC §3). */
const STEPS: readonly QuoteLine['code'][] = [
  'list',
  'prorated',
  'discount',
  'cap',
  'credit',
  'credit-limit',
  'adjustment',
];

/** Two prices side by side, step by step. Lines of time already paid are told apart by the order that it was bought with. */
export function lineChanges(
  before: readonly QuoteLine[],
  after: readonly QuoteLine[],
): LineChange[] {
  const old = named(before);
  const fresh = named(after);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((name) => pair(old.get(name) ?? null, fresh.get(name) ?? null))
    .sort((a, b) => stepOf(a) - stepOf(b));
}

/** Why the price is another one, as far as the two tell. */
export function reasonOf(before: Quote, after: Quote): 'published' | 'time' | 'other' {
  if (before.policyVersion !== after.policyVersion) return 'published';
  const less = lineChanges(before.lines, after.lines).some(
    ({ before: old, after: fresh }) => remaining(old) !== remaining(fresh),
  );
  return less ? 'time' : 'other';
}

/** The unit of a quote's length, by its days: 365 of a year, 31 of a month (SPEC §2). */
export function cycleOf({ cycles, purchasedDays }: Quote): Cycle {
  return purchasedDays === cycles * 31 ? 'month' : 'year';
}

function pair(before: QuoteLine | null, after: QuoteLine | null): LineChange {
  if (!before) return { before, after, change: 'added' };
  if (!after) return { before, after, change: 'gone' };
  return { before, after, change: essence(before) === essence(after) ? 'none' : 'changed' };
}

/** One order may have left several segments, and so several lines. */
function named(lines: readonly QuoteLine[]): Map<string, QuoteLine> {
  const found = new Map<string, QuoteLine>();
  for (const line of lines) {
    const name = 'orderId' in line ? `${line.code} ${line.orderId}` : line.code;
    let count = 1;
    while (found.has(`${name} ${count}`)) count += 1;
    found.set(`${name} ${count}`, line);
  }
  return found;
}

const OPERANDS = [
  ...['amount', 'seats', 'cycles', 'parts', 'unitAmount', 'flatAmount', 'price', 'remainingDays'],
  ...['termDays', 'minCycles', 'payPercent', 'cap', 'value', 'days'],
];

/** The same text for the same numbers, in whatever order a backend writes them. */
function essence(line: QuoteLine): string {
  return JSON.stringify(line, OPERANDS);
}

function stepOf({ before, after }: LineChange): number {
  return STEPS.indexOf((after ?? before)?.code ?? 'list');
}

function remaining(line: QuoteLine | null): number | null {
  return line && 'remainingDays' in line ? line.remainingDays : null;
}
