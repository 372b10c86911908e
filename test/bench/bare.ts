import type { Segment } from '../../src/domain/access/types.js';
import type { Policy } from '../../src/domain/policy/types.js';
import type { ListPart, Quote, QuoteLine } from '../../src/domain/pricing/types.js';

const DAY = 86_400_000;

/**
 * What someone would write by hand for one page: native numbers, no rules checked, amounts taken to be small. The yardstick of the bench:
 * it returns the very object that `quote` does for a purchase, or for an expansion to a new term.
 */
export function bareQuote(
  policy: Policy,
  kind: 'new' | 'expand',
  seats: number,
  cycles: number,
  segments: readonly Segment[],
  now: string,
): Quote {
  const { rule, offer, priceCap } = policy;
  const parts: ListPart[] = [];
  let perCycle = 0;
  if (rule.type === 'per-seat') {
    parts.push({ seats, unitAmount: rule.unitAmount });
    perCycle = seats * rule.unitAmount;
  } else {
    let before = 0;
    for (const tier of rule.tiers) {
      if (rule.mode === 'volume' && seats > (tier.upTo ?? seats)) continue;
      const own = rule.mode === 'volume' ? seats : Math.min(seats, tier.upTo ?? seats) - before;
      if (own <= 0) break;
      if ('unitAmount' in tier) {
        parts.push({ seats: own, unitAmount: tier.unitAmount });
        perCycle += own * tier.unitAmount;
      } else {
        parts.push({ seats: own, flatAmount: tier.flatAmount });
        perCycle += tier.flatAmount;
      }
      if (rule.mode === 'volume') break;
      before += own;
    }
  }
  const list = perCycle * cycles;
  const lines: QuoteLine[] = [{ code: 'list', amount: list, seats, cycles, parts }];

  let price = list;
  let giftDays = 0;
  if (offer?.type === 'discount') {
    const step = offer.steps.findLast(({ minCycles }) => minCycles <= cycles);
    if (step) {
      const { minCycles, payPercent } = step;
      price = Math.floor((list * payPercent * 2 + 100) / 200);
      if (price < list)
        lines.push({ code: 'discount', amount: price - list, minCycles, payPercent });
    }
  } else if (offer) {
    giftDays = offer.steps.findLast(({ minCycles }) => minCycles <= cycles)?.days ?? 0;
  }
  if (priceCap) {
    const cap = priceCap.per === 'cycle' ? priceCap.amount * cycles : priceCap.amount;
    if (price > cap) {
      lines.push({ code: 'cap', amount: cap - price, cap });
      price = cap;
    }
  }

  const start = Date.parse(now);
  let converted = 0;
  let lastEnd = 0;
  if (kind === 'expand') {
    for (const { orderId, value, days, endsAt } of segments) {
      const end = Date.parse(endsAt);
      if (end <= start) continue;
      lastEnd = Math.max(lastEnd, end);
      const remainingDays = Math.min(days, Math.ceil((end - start) / DAY));
      const amount = Math.floor((value * remainingDays * 2 + days) / (days * 2));
      if (amount === 0) continue;
      lines.push({ code: 'credit', amount: -amount, orderId, value, remainingDays, days });
      converted += amount;
    }
  }
  const credit = Math.min(converted, price);
  if (converted > credit) lines.push({ code: 'credit-limit', amount: converted - credit });

  const purchasedDays = cycles * (policy.cycle === 'year' ? 365 : 31);
  const end = start + (purchasedDays + giftDays) * DAY;
  return {
    kind,
    seats,
    cycles,
    purchasedDays,
    giftDays,
    startsAt: now,
    endsAt: new Date(end).toISOString(),
    lines,
    list,
    price,
    credit,
    payable: price - credit,
    creditForfeited: converted - credit,
    endsEarlierDays: Math.max(0, Math.ceil((lastEnd - end) / DAY)),
  };
}
