import { MAX_SEATS, maxCycles, priceCurve, type OrderKind } from '../../domain/index.js';
import { fieldOf, type Composition } from './composition.js';
import type { Draft } from './draft.js';
import { perSeatDay } from './term-choices.js';

/** What the form holds once an advice is taken: another number, or the same numbers as a renewal. */
export interface Take {
  kind: OrderKind;
  draft: Draft;
}

/** More seats that cost less in all, or no more. */
export interface SeatAdvice {
  seats: number;
  /** Minor units, before credit. */
  saves: number;
  take: Take;
}

/** A longer time that costs less a day. */
export interface TermAdvice {
  cycles: number;
  /** Minor units, rounded. */
  perSeatDay: number;
  take: Take;
}

/** What a buyer would want to know about the seats: the most seats at the lowest price that is no higher than this one. */
export function seatAdvice(composition: Composition): SeatAdvice | null {
  const { bounds, kind, policy, quote, seats } = composition;
  // Without a length of its own the price follows the time that is left, not the curve.
  if (!quote || seats === null || quote.cycles === 0) return null;
  let best = { seats, price: quote.price };
  for (const piece of priceCurve(policy, { cycles: quote.cycles })) {
    const from = Math.max(piece.fromSeats, seats + 1);
    if (piece.toSeats < from) continue;
    const flat = piece.fromPrice === piece.toPrice;
    // Within a piece that rises, only its beginning can be cheaper than what comes before it.
    if (!flat && from > piece.fromSeats) continue;
    const most = flat ? piece.toSeats : piece.fromSeats;
    if (piece.fromPrice <= best.price) best = { seats: most, price: piece.fromPrice };
  }
  // A price that never rises again is no reason to order all the seats there can be.
  if (best.seats === seats || best.seats >= (bounds.max ?? MAX_SEATS)) return null;
  const take = { kind, draft: { ...composition.draft, seats: String(best.seats) } };
  return { seats: best.seats, saves: quote.price - best.price, take };
}

/** The next longer length on offer in which a seat costs less a day than in the one that is typed. */
export function termAdvice({ draft, kind, quote, terms }: Composition): TermAdvice | null {
  if (!quote || quote.cycles === 0) return null;
  const daily = perSeatDay(quote);
  for (const { cycles, quote: longer } of terms) {
    if (!longer || cycles <= quote.cycles || perSeatDay(longer) >= daily) continue;
    const take = { kind, draft: { ...draft, cycles: String(cycles) } };
    return { cycles, perSeatDay: perSeatDay(longer), take };
  }
  return null;
}

/** The orders nearest to one that cannot be made, as far as `field` is the reason; `null` stands for the order as a whole. */
export function waysOut(composition: Composition, field: 'seats' | 'cycles' | null): Take[] {
  const { bounds, draft, kind, kinds, policy, reading, seats, violations } = composition;
  const codes = violations.filter((each) => fieldOf(each) === field).map(({ code }) => code);
  const ways: Take[] = [];
  if (field === 'seats' && seats !== null && codes.length > 0) {
    const nearest = Math.max(Math.min(seats, bounds.max ?? MAX_SEATS), bounds.min);
    const possible = nearest !== seats && nearest <= (bounds.max ?? MAX_SEATS);
    if (possible) ways.push({ kind, draft: { ...draft, seats: String(nearest) } });
  }
  if (codes.includes('cycles-out-of-range')) {
    const asked = reading.request?.cycles ?? 1;
    const cycles = Math.max(1, Math.min(asked, maxCycles(policy.cycle)));
    ways.push({ kind, draft: { ...draft, cycles: String(cycles) } });
  }
  // The new time of a renewal may have fewer seats and another unit (SPEC §4).
  const renewable = codes.includes('seats-not-increased') || codes.includes('cycle-changed');
  if (renewable && kinds.includes('renew')) ways.push({ kind: 'renew', draft });
  return ways;
}
