import { latestSegment, liveSegments } from '../access/live.js';
import type { Segment } from '../access/types.js';
import { DAY_MS, type Instant } from '../instant.js';
import type { Policy } from '../policy/types.js';
import { coTermPrice, proratedPrices } from './co-term.js';
import { takeCredit, type CreditTaken } from './credit.js';
import { priceOf } from './price.js';
import { cycleDays, giftDays } from './term.js';
import type {
  OrderKind,
  Price,
  Quote,
  QuoteContext,
  QuoteLine,
  QuoteRequest,
  QuoteResult,
} from './types.js';
import { findViolations, type AskedOrder } from './violations.js';

/**
 * The price and time of an order at one instant, with every step as a line, or every reason why it cannot be made (SPEC §3, §4).
 * Pure and the same in the page and on the server. For a valid policy no request makes it throw.
 *
 * @param policy as `validatePolicy` returned it; null before the first is published
 */
export function quote(
  policy: Policy | null,
  request: QuoteRequest,
  context: QuoteContext,
): QuoteResult {
  const { segments, now, launched = true, policyVersion } = context;
  const live = liveSegments(segments, now);
  const asked = askedOrder(policy, request, segments);
  const violations = findViolations(policy, asked, segments, live, launched);
  const { seats, cycles } = asked;
  if (violations.length > 0 || policy === null || seats === null) return { ok: false, violations };

  const result =
    cycles === null
      ? coTermQuote(policy, seats, live, now)
      : termQuote(policy, { kind: request.kind, seats, cycles }, live, now);
  if (policyVersion !== undefined) result.policyVersion = policyVersion;
  return { ok: true, quote: result };
}

function askedOrder(
  policy: Policy | null,
  request: QuoteRequest,
  segments: readonly Segment[],
): AskedOrder {
  const { kind } = request;
  if (kind === 'renew' && request.seats === undefined) {
    const seats = latestSegment(segments)?.seats ?? null;
    return { kind, seats, cycles: given(request.cycles) };
  }
  return { kind, seats: given(request.seats), cycles: askedCycles(policy, request) };
}

function askedCycles(policy: Policy | null, { kind, cycles }: QuoteRequest): number | null {
  if (kind !== 'expand') return given(cycles);
  if (policy?.expansion === 'co-term') return null;
  // Whether an expansion needs cycles is for the policy to say; without one, silence is no fault.
  return policy === null && cycles === undefined ? null : given(cycles);
}

/** A number as it came; NaN for what is missing or no number, so that it counts as no integer. */
function given(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}

interface TermOrder {
  kind: OrderKind;
  seats: number;
  cycles: number;
}

const NO_CREDIT: CreditTaken = { lines: [], credit: 0, forfeited: 0 };

function withCredit(priced: Price, taken: CreditTaken): QuoteLine[] {
  return taken.lines.length === 0 ? priced.lines : [...priced.lines, ...taken.lines];
}

/** New, renewed or expanded to a term of its own. */
function termQuote(
  policy: Policy,
  { kind, seats, cycles }: TermOrder,
  live: readonly Segment[],
  now: Instant,
): Quote {
  const priced = priceOf(policy, seats, cycles);
  const taken = kind === 'expand' ? takeCredit(priced.price, live, now) : NO_CREDIT;
  const latest = latestSegment(live);
  const startsAt = kind === 'renew' && latest ? latest.endsAt : now;
  const purchasedDays = cycles * cycleDays(policy.cycle);
  const gift = giftDays(policy, cycles);
  const end = Date.parse(startsAt) + (purchasedDays + gift) * DAY_MS;
  const earlier = latest ? Math.ceil((Date.parse(latest.endsAt) - end) / DAY_MS) : 0;
  return {
    kind,
    seats,
    cycles,
    purchasedDays,
    giftDays: gift,
    startsAt,
    endsAt: new Date(end).toISOString(),
    lines: withCredit(priced, taken),
    list: priced.list,
    price: priced.price,
    credit: taken.credit,
    payable: priced.price - taken.credit,
    creditForfeited: taken.forfeited,
    endsEarlierDays: Math.max(0, earlier),
  };
}

/** More seats to the same ends; at least one segment is live. */
function coTermQuote(policy: Policy, seats: number, live: readonly Segment[], now: Instant): Quote {
  const priced = coTermPrice(policy, proratedPrices(policy, seats, live, now));
  const taken = takeCredit(priced.price, live, now);
  return {
    kind: 'expand',
    seats,
    cycles: 0,
    purchasedDays: 0,
    giftDays: 0,
    startsAt: now,
    endsAt: latestSegment(live)?.endsAt ?? now,
    lines: withCredit(priced, taken),
    list: priced.list,
    price: priced.price,
    credit: taken.credit,
    payable: priced.price - taken.credit,
    creditForfeited: taken.forfeited,
    endsEarlierDays: 0,
  };
}
