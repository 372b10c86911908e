import type { Cycle, ExpansionMode, TierMode } from '../../domain/index.js';
import type { ErrorText } from '../common/base/strings.js';
import type { ErrorStrings } from '../common/errors/strings.js';
import type { CountFault, QuoteStrings } from '../common/quotes/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** Everything that can be wrong with a policy as typed. */
export type IssueCode =
  | CountFault
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'out-of-range'
  | 'not-rising'
  | 'not-amount'
  | 'too-many-decimals'
  | 'both-amounts'
  | 'no-amount'
  | 'open-tier-not-last'
  | 'trial-too-long'
  | 'min-above-max'
  | 'unknown-currency';

/** What an issue says beside its code; numbers come printed. */
export interface IssueLimits {
  min: string | null;
  max: string | null;
  /** Decimals the field may have. */
  digits: number;
}

/** A label with what helps to fill the field in. */
export interface FieldWords {
  label: string;
  help: string;
}

/** Texts of `<pricing-editor>`. */
export interface PricingEditorStrings extends ElementStrings {
  errors: ErrorStrings;
  quotes: QuoteStrings;

  title: string;
  empty: { provider: ErrorText; others: ErrorText };
  readOnly: ErrorText;

  checklist: {
    label: string;
    merchantAccount: string;
    authorization: string;
    policy: string;
    submission: string;
    launch: string;
    /** States of a step. */
    done: string;
    open: string;
    waiting: string;
    version(version: number): string;
    submit: string;
    launchNow: string;
    submitted: string;
    launched(trialEnd: string): string;
  };

  trial: {
    legend: string;
    days: FieldWords;
    extra: string;
    extraDays: FieldWords;
    unit: string;
    launched: string;
  };
  cycle: { legend: string; options: Record<Cycle, string>; hints: Record<Cycle, string> };
  rule: {
    legend: string;
    perSeat: string;
    tiered: string;
    unitAmount(cycle: string): string;
    modeLegend: string;
    modes: Record<TierMode, string>;
    modeHelp: Record<TierMode, string>;
  };
  tiers: {
    seats: string;
    kind: string;
    price: string;
    flat: string;
    unit: string;
    add: string;
    /** What screen readers call a row and its fields. */
    row(place: string): string;
    upTo(place: string): string;
    priced(place: string): string;
    amount(place: string): string;
    remove(place: string): string;
    open: string;
    added(place: string): string;
    removed(place: string): string;
  };
  offer: {
    legend: string;
    none: string;
    discount: string;
    gift: string;
    from: string;
    pay: string;
    give: string;
    limitDiscount: string;
    limitGift: string;
    /** The most days a step may give. */
    most(days: string): string;
    add: string;
    row(place: string): string;
    minCycles(place: string): string;
    percent(place: string): string;
    days(place: string): string;
    remove(place: string): string;
    added(place: string): string;
    removed(place: string): string;
  };
  limits: { legend: string; min: string; max: string; help: string };
  cap: {
    legend: string;
    amount: FieldWords;
    perLegend: string;
    per: Record<'order' | 'cycle', string>;
  };
  expansion: {
    legend: string;
    options: Record<ExpansionMode, string>;
    help: Record<ExpansionMode, string>;
  };
  currency: FieldWords;

  sample: {
    unitSeats: string;
  };
  place(index: number, format: Formatter): string;

  issues: {
    count(count: number, format: Formatter): string;
    go: string;
    text(code: IssueCode, limits: IssueLimits): string;
    /** Where a range needs more than its numbers. */
    percent(min: string, max: string): string;
    gift(max: string): string;
    tiers(max: string): string;
    steps(max: string): string;
    stepsEmpty: string;
    tiersEmpty: string;
  };

  footer: {
    saved: string;
    unsaved: string;
    found: string;
    clean(version: number): string;
    unchanged: string;
    invalid(count: number, format: Formatter): string;
    undo: string;
    recover: string;
    undone: string;
    recovered: string;
    publish(version: number): string;
  };
  review: {
    published(version: number): string;
    nothing(version: number): string;
  };
}
