import type { Cycle, ListPart, QuoteLine, Violation } from '../../../domain/index.js';
import type { Formatter } from '../../types.js';
import type { ByCode } from '../orders/strings.js';

/** What a price needs to be put into words. */
export interface PriceContext {
  format: Formatter;
  /** ISO 4217 */
  currency: string;
  cycle: Cycle;
}

/** Why a typed number is none. */
export type CountFault = 'empty' | 'not-number' | 'not-integer' | 'negative' | 'too-large';

/** The words of prices: units, the lines of a quote, why something cannot be ordered. */
export interface QuoteStrings {
  /** `30 人` */
  seats(count: number, format: Formatter): string;
  /** `2 年` */
  cycles(count: number, cycle: Cycle, format: Formatter): string;
  /** `60 天` */
  days(count: number, format: Formatter): string;
  /** `9折` from 90. */
  discount(payPercent: number, format: Formatter): string;
  /** `送 60 天` */
  gift(days: number, format: Formatter): string;
  cycleNames: Record<Cycle, string>;
  due: string;
  /** Heading over the lines. */
  breakdown: string;
  /** What a line is called. */
  lines: ByCode<QuoteLine, PriceContext>;
  /** How one part of a list price came about: `30 人 × ¥120.00 × 2 年`. */
  part(part: ListPart, cycles: number, context: PriceContext): string;
  /** How a line in proportion to time came about: `¥1,000.00 × 100/365 天`. */
  share(amount: number, days: number, ofDays: number, context: PriceContext): string;
  /** A clear message for each reason that a request cannot be ordered, with its limit. */
  violations: ByCode<Violation, PriceContext>;
  countFaults: Record<CountFault, string>;
}
