import type { Instant } from '../domain/index.js';
import type { BaseStrings } from './common/base/strings.js';

/** Forms of a word for the plural categories of a language; `other` always exists. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How texts print values in the reader's language and time zone. */
export interface Formatter {
  /** `¥7,200.00` from minor units. */
  money(minor: number, currency: string): string;
  number(value: number): string;
  /** A day: `2028-02-29` or `Feb 29, 2028`. */
  date(instant: Instant): string;
  /** A day and the minute. */
  dateTime(instant: Instant): string;
  /** The minute. */
  time(instant: Instant): string;
  /** A countdown: `04:59`, `1:04:59`. */
  duration(seconds: number): string;
  /** `in 3 days`, `tomorrow`, `yesterday`. */
  relativeDays(days: number): string;
  /** `A, B, and C` */
  list(items: readonly string[]): string;
  /** `90 %` from 90; at most two decimals. */
  percent(percent: number): string;
  /** The form that `count` takes, without the number. */
  plural(count: number, forms: PluralForms): string;
}

/** Every element's strings carry the common ones it needs, so that one load brings them all. */
export interface ElementStrings {
  common: BaseStrings;
}
