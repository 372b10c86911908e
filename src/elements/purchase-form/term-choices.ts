import {
  offerStepFor,
  quote,
  ratio,
  type Instant,
  type Policy,
  type Quote,
  type QuoteRequest,
  type Segment,
} from '../../domain/index.js';
import { termLengths } from '../../ui/term-lengths.js';

/** One length on offer, and what it brings at the seats that are wanted. */
export interface TermChoice {
  cycles: number;
  /** Share of the list price that is paid, where a discount applies: 90 = 9折. */
  payPercent: number | null;
  /** Minor units that the discount takes off; 0 without one. */
  saves: number;
  /** Days given on top. */
  giftDays: number;
  /** The order with this length; null where it cannot be made. */
  quote: Quote | null;
}

/** Every length of {@link termLengths} with what it saves or gives, by the same rules that price the order. */
export function termChoices(
  policy: Policy,
  request: QuoteRequest | null,
  context: { segments: readonly Segment[]; now: Instant },
): TermChoice[] {
  return termLengths(policy).map((cycles) => {
    const step = offerStepFor(policy, cycles);
    const result = request && quote(policy, { ...request, cycles }, context);
    const priced = result?.ok ? result.quote : null;
    const discount = priced?.lines.find((line) => line.code === 'discount');
    return {
      cycles,
      payPercent: step && 'payPercent' in step && step.payPercent < 100 ? step.payPercent : null,
      saves: discount ? -discount.amount : 0,
      giftDays: step && 'days' in step ? step.days : 0,
      quote: priced,
    };
  });
}

/** What a seat costs a day in an order with a length of its own: before credit, gift days counted; minor units, rounded. */
export function perSeatDay({ price, seats, purchasedDays, giftDays: gift }: Quote): number {
  return ratio(price, 1, seats * (purchasedDays + gift));
}
