import type { ListPart, TierMode } from '../../domain/index.js';
import type { ElementStrings, Formatter } from '../types.js';

/** What happened to a row, or did not; `row` is one of {@link PricingAidsStrings.rows}. */
export interface PricingAidsStrings extends ElementStrings {
  rows: {
    /** What a row of each list is called. */
    tier(place: string): string;
    step(place: string): string;
    move(row: string): string;
    /** How the handle of a row is used. */
    moveHow: string;
    picked(row: string): string;
    dropped(row: string): string;
    /** The bounds stayed, the prices changed places. */
    moved(row: string, place: string): string;
    /** The bounds went along. */
    carried(row: string, place: string): string;
    first(row: string): string;
    last(row: string): string;
    split(row: string): string;
    splitDone(row: string): string;
    splitSingle(row: string): string;
  };
  example: {
    legend(seats: string): string;
    name: Record<TierMode, string>;
    /** The parts of a price and what they add up to. */
    sum(
      parts: readonly ListPart[],
      amount: number,
      money: (amount: number) => string,
      format: Formatter,
    ): string;
  };
  foreign: {
    title(count: number, format: Formatter): string;
    text: string;
    /** Above the rest of a list that is cut. */
    more(count: number, format: Formatter): string;
    /** The policy as a whole, where a path would be empty. */
    root: string;
    accept: string;
    accepted: string;
  };
}
