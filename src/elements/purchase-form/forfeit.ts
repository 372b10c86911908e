import type { Quote } from '../../domain/index.js';

/** What an order takes away and the buyer must accept by name (SPEC §4). */
export interface Forfeit {
  /** Credit the price cannot take up, in minor units. */
  creditForfeited: number;
  /** Days by which the time ends earlier than it would have. */
  endsEarlierDays: number;
}

/** null when the order takes nothing away. */
export function forfeitOf(quote: Quote): Forfeit | null {
  const { creditForfeited, endsEarlierDays } = quote;
  return creditForfeited > 0 || endsEarlierDays > 0 ? { creditForfeited, endsEarlierDays } : null;
}

/** An acceptance counts for these very numbers, not for whatever they become. */
export function sameForfeit(a: Forfeit | null, b: Forfeit | null): boolean {
  return a?.creditForfeited === b?.creditForfeited && a?.endsEarlierDays === b?.endsEarlierDays;
}
