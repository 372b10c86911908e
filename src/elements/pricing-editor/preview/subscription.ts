import type { Cycle, Instant, Policy, Segment } from '../../../domain/index.js';
import { parseAmount } from '../../../domain/amount-text.js';
import { addDays, DAY_MS } from '../../../domain/instant.js';
import { quote } from '../../../domain/pricing/quote.js';
import { maxCycles, termDays } from '../../../domain/pricing/term.js';
import { parseCount, type CountFault } from '../../../ui/numbers.js';
import { digitsOf } from '../draft/text.js';

/** What a customer has when it orders. */
export type Holding = 'none' | 'trial' | 'paid';

/** Paid time as typed. */
export interface SegmentText {
  id: number;
  seats: string;
  /** `2026-03-01`; blank for now, or for the end of the one before. */
  startsOn: string;
  cycles: string;
  cycle: Cycle;
  /** In major units; blank for what the draft would charge. */
  value: string;
}

export type SegmentField = 'seats' | 'startsOn' | 'cycles' | 'value';

/** Why a field of a segment cannot be read. */
export interface SegmentFault {
  id: number;
  field: SegmentField;
  code: CountFault | 'not-amount' | 'not-date' | 'out-of-range';
}

/** The paid time that typed segments make, and every fault that keeps them from it. */
export interface Subscription {
  segments: Segment[];
  faults: SegmentFault[];
  /** What each is worth, in minor units; null where it cannot be told. By the id of its text. */
  values: ReadonlyMap<number, number | null>;
}

/** Reads paid time as typed: each goes on where the one before ends, unless it says its day. */
export function readSubscription(
  texts: readonly SegmentText[],
  policy: Policy,
  now: Instant,
  timeZone: string | undefined,
): Subscription {
  const segments: Segment[] = [];
  const faults: SegmentFault[] = [];
  const values = new Map<number, number | null>();
  let next = now;
  for (const text of texts) {
    const { id, cycle } = text;
    const fail = (field: SegmentField, code: SegmentFault['code']) => {
      faults.push({ id, field, code });
      return null;
    };
    const count = (field: 'seats' | 'cycles', most: number): number | null => {
      const parsed = parseCount(text[field]);
      if (!parsed.ok) return fail(field, parsed.fault);
      return parsed.value >= 1 && parsed.value <= most ? parsed.value : fail(field, 'out-of-range');
    };
    const seats = count('seats', 1_000_000);
    const cycles = count('cycles', maxCycles(cycle));
    const sold: Policy = { ...policy, cycle };
    const worth = seats !== null && cycles !== null ? chargeFor(sold, seats, cycles, now) : null;
    const value = text.value.trim() === '' ? (worth ?? 0) : amountOf(text.value, policy.currency);
    if (value === null) fail('value', 'not-amount');
    const startsAt = text.startsOn === '' ? next : startOf(text.startsOn, now, timeZone);
    if (startsAt === null) fail('startsOn', 'not-date');
    values.set(id, worth);
    if (seats === null || cycles === null || value === null || startsAt === null) continue;
    const days = termDays(sold, cycles);
    const endsAt = addDays(startsAt, days);
    const orderId = String(segments.length + 1);
    const length = { cycle, cycles, termDays: days, days, startsAt, endsAt };
    segments.push({ orderId, policyVersion: 1, seats, value, ...length });
    next = endsAt;
  }
  segments.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return { segments, faults, values };
}

/** The calendar day of an instant where the reader is: `2026-03-01`. */
export function dayOf(instant: Instant, timeZone: string | undefined): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The same time of day as now, on another day: whole days lie between, as people count them. */
function startOf(day: string, now: Instant, timeZone: string | undefined): Instant | null {
  const [then, today] = [Date.parse(day), Date.parse(dayOf(now, timeZone))];
  // Beyond a few decades a slip of the finger is more likely than a subscription.
  const days = Math.round((then - today) / DAY_MS);
  return Number.isNaN(then) || Math.abs(days) > 20_000 ? null : addDays(now, days);
}

function amountOf(text: string, currency: string): number | null {
  const parsed = parseAmount(text, digitsOf(currency));
  return parsed.ok ? parsed.amount : null;
}

function chargeFor(policy: Policy, seats: number, cycles: number, now: Instant): number | null {
  const result = quote(policy, { kind: 'new', seats, cycles }, { segments: [], now });
  return result.ok ? result.quote.price : null;
}
