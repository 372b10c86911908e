import type { Cycle, ExpansionMode, TierMode } from '../../../domain/index.js';

/** A tier as typed. The amounts of both kinds are kept, so that changing the kind and back loses nothing. */
export interface TierDraft {
  /** Unique among the tiers of a draft; stays when others are added or removed. */
  id: number;
  /** Last seat; blank in an open last tier. */
  upTo: string;
  priced: 'flat' | 'unit';
  flatAmount: string;
  unitAmount: string;
}

/** An offer step as typed. */
export interface StepDraft {
  id: number;
  minCycles: string;
  /** The percentage paid, or the days given. */
  benefit: string;
}

export type OfferKind = 'none' | 'discount' | 'gift';

/**
 * A policy as typed: every field a text, whatever it says, and both sides of every choice kept.
 * Plain JSON, so that it can be stored and found again. Never changed in place.
 */
export interface Draft {
  currency: string;
  trialDays: string;
  extraTrial: boolean;
  extraDays: string;
  cycle: Cycle;
  ruleType: 'per-seat' | 'tiered';
  unitAmount: string;
  mode: TierMode;
  tiers: readonly TierDraft[];
  offer: OfferKind;
  discountSteps: readonly StepDraft[];
  giftSteps: readonly StepDraft[];
  /** Blank for none. */
  minSeats: string;
  /** Blank for none. */
  maxSeats: string;
  /** Blank for none. */
  capAmount: string;
  capPer: 'order' | 'cycle';
  expansion: ExpansionMode;
}

/** Fields of a draft that are one text each. */
export type TextField = {
  [Key in keyof Draft]: Draft[Key] extends string
    ? string extends Draft[Key]
      ? Key
      : never
    : never;
}[keyof Draft];

/** A list of offer steps in a draft. */
export type StepList = 'discountSteps' | 'giftSteps';

/** Where somebody who has priced nothing yet begins: the terms are filled in, the price is not. */
export const BLANK_DRAFT: Draft = {
  currency: 'CNY',
  trialDays: '15',
  extraTrial: false,
  extraDays: '7',
  cycle: 'year',
  ruleType: 'per-seat',
  unitAmount: '',
  mode: 'volume',
  tiers: [
    { id: 1, upTo: '10', priced: 'flat', flatAmount: '', unitAmount: '' },
    { id: 2, upTo: '', priced: 'unit', flatAmount: '', unitAmount: '' },
  ],
  offer: 'none',
  discountSteps: [{ id: 1, minCycles: '2', benefit: '90' }],
  giftSteps: [{ id: 1, minCycles: '2', benefit: '60' }],
  minSeats: '',
  maxSeats: '',
  capAmount: '',
  capPer: 'order',
  expansion: 'new-term',
};

/** The steps that the chosen kind of offer has; null without one. */
export function stepListOf({ offer }: Draft): StepList | null {
  if (offer === 'none') return null;
  return offer === 'discount' ? 'discountSteps' : 'giftSteps';
}
