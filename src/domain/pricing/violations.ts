import { latestSegment } from '../access/live.js';
import type { Segment } from '../access/types.js';
import type { Policy } from '../policy/types.js';
import { MAX_LIST_AMOUNT, MAX_SEATS } from './bounds.js';
import { listPriceOf } from './price.js';
import { lastSeat } from './rule.js';
import { maxCycles } from './term.js';
import type { OrderKind, Violation } from './types.js';

/** What a request comes to once the segments have filled in what it left out. Numbers are as they came: any value at all. */
export interface AskedOrder {
  kind: OrderKind;
  /** Seats after the order; null when there is nothing to take them from. */
  seats: number | null;
  /** Cycles to buy; null when the order asks for none. */
  cycles: number | null;
}

/** Every rule of SPEC §4 that an order breaks, each with its limit. */
export function findViolations(
  policy: Policy | null,
  asked: AskedOrder,
  segments: readonly Segment[],
  live: readonly Segment[],
  launched: boolean,
): Violation[] {
  const violations: Violation[] = [];
  if (policy === null) violations.push({ code: 'no-policy' });
  if (!launched) violations.push({ code: 'not-launched' });
  checkKind(violations, policy, asked.kind, segments, live);

  const others = violations.length;
  if (asked.seats !== null) checkSeats(violations, policy, asked.kind, asked.seats, live);
  if (asked.cycles !== null) checkCycles(violations, policy, asked.cycles);
  const inOrder = violations.length === others;

  if (policy !== null && asked.seats !== null && inOrder) {
    checkAmount(violations, policy, asked.seats, asked.cycles, live);
  }
  return violations;
}

function checkKind(
  violations: Violation[],
  policy: Policy | null,
  kind: OrderKind,
  segments: readonly Segment[],
  live: readonly Segment[],
): void {
  if (kind === 'new') {
    const latest = latestSegment(live);
    if (latest) violations.push({ code: 'already-active', endsAt: latest.endsAt });
  } else if (kind === 'renew') {
    if (segments.length === 0) violations.push({ code: 'nothing-to-renew' });
  } else {
    if (live.length === 0) violations.push({ code: 'nothing-to-expand' });
    if (policy?.expansion !== 'co-term') return;
    const other = live.find((segment) => segment.cycle !== policy.cycle);
    if (other) violations.push({ code: 'cycle-changed', cycle: other.cycle });
  }
}

function checkSeats(
  violations: Violation[],
  policy: Policy | null,
  kind: OrderKind,
  seats: number,
  live: readonly Segment[],
): void {
  if (!Number.isInteger(seats)) {
    violations.push({ code: 'not-integer', field: 'seats' });
    return;
  }
  if (seats < 1 || seats > MAX_SEATS) {
    violations.push({ code: 'seats-out-of-range', min: 1, max: MAX_SEATS });
  } else if (policy !== null) {
    const min = policy.seatLimits?.min ?? 1;
    const max = policy.seatLimits?.max ?? MAX_SEATS;
    const last = lastSeat(policy.rule);
    if (seats < min) violations.push({ code: 'seats-below-minimum', min });
    if (seats > max) violations.push({ code: 'seats-above-maximum', max });
    if (seats > last) violations.push({ code: 'seats-outside-tiers', max: last });
  }
  if (kind !== 'expand') return;
  const most = live.reduce((all, segment) => Math.max(all, segment.seats), -Infinity);
  if (seats <= most) violations.push({ code: 'seats-not-increased', min: most + 1 });
}

function checkCycles(violations: Violation[], policy: Policy | null, cycles: number): void {
  // Without a policy only what no policy could sell is out of range.
  const max = maxCycles(policy?.cycle ?? 'month');
  if (!Number.isInteger(cycles)) {
    violations.push({ code: 'not-integer', field: 'cycles' });
  } else if (cycles < 1 || cycles > max) {
    violations.push({ code: 'cycles-out-of-range', min: 1, max });
  }
}

function checkAmount(
  violations: Violation[],
  policy: Policy,
  seats: number,
  cycles: number | null,
  live: readonly Segment[],
): void {
  const terms = cycles === null ? live.map((segment) => segment.cycles) : [cycles];
  if (terms.some((term) => listPriceOf(policy, seats, term) > MAX_LIST_AMOUNT)) {
    violations.push({ code: 'amount-out-of-range', max: MAX_LIST_AMOUNT });
  }
}
