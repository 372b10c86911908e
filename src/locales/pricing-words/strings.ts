import type { Offer, PolicyWarning, PricingRule, Tier } from '../../domain/index.js';
import type { ByCode } from '../common/orders/strings.js';
import type { PriceContext } from '../common/quotes/strings.js';
import type { PricingEditorStrings } from '../pricing-editor/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** Parts of a policy, as a list of differences names them. */
export interface PartNames {
  currency: string;
  trialDays: string;
  extraDays: string;
  cycle: string;
  rule: string;
  unitAmount: string;
  mode: string;
  tier(place: string): string;
  tierUpTo(place: string): string;
  tierAmount(place: string): string;
  offer: string;
  step(place: string): string;
  stepFrom(place: string): string;
  stepBenefit(place: string): string;
  minSeats: string;
  maxSeats: string;
  cap: string;
  capPer: string;
  expansion: string;
}

/** Texts of `<pricing-editor>` for warnings and differences, which load apart. */
export interface PricingWordStrings extends ElementStrings {
  warnings: {
    legend(count: number, format: Formatter): string;
    none: string;
    show: string;
    /** What screen readers call that button. */
    showIn(place: string): string;
    texts: ByCode<PolicyWarning, PriceContext>;
  };
  changes: {
    legend(version: number, count: number, format: Formatter): string;
    same(version: number): string;
    what: string;
    before: string;
    after: string;
    /** In the place of a value where there is none. */
    nothing: string;
    parts: PartNames;
    tier(tier: Tier, context: PriceContext): string;
    rule(rule: PricingRule, context: PriceContext): string;
    offer(offer: Offer, context: PriceContext): string;
    step(from: string, benefit: string): string;
    flat(amount: string): string;
    unit(amount: string, cycle: string): string;
    upTo(seats: string): string;
    openEnd: string;
    cap(amount: string, per: string): string;
  };
}

/** All that warnings and differences are put into words with. */
export type WordedStrings = PricingEditorStrings & PricingWordStrings;
