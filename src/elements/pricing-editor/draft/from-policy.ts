import { amountText, digitsOf } from './text.js';
import { BLANK_DRAFT, type Draft, type StepDraft, type TierDraft } from './draft.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The draft that says what a policy says. Anything at all is taken: what is no policy becomes the text of each field as far as it
 * goes, so that its faults can be seen and mended.
 */
export function draftOf(policy: unknown): Draft {
  const root = fields(policy);
  const currency = text(root.currency) || BLANK_DRAFT.currency;
  const amount = (value: unknown) => amountOf(value, digitsOf(currency));
  const trial = fields(root.trial);
  const limits = fields(root.seatLimits);
  const cap = fields(root.priceCap);
  return {
    ...BLANK_DRAFT,
    currency,
    trialDays: text(trial.days),
    extraTrial: trial.extraDays != null,
    extraDays: text(trial.extraDays ?? BLANK_DRAFT.extraDays),
    cycle: oneOf(['year', 'month'], root.cycle),
    ...ruleOf(fields(root.rule), amount),
    ...offerOf(fields(root.offer)),
    minSeats: text(limits.min),
    maxSeats: text(limits.max),
    capAmount: amount(cap.amount),
    capPer: oneOf(['order', 'cycle'], cap.per),
    expansion: oneOf(['new-term', 'co-term'], root.expansion),
  };
}

function ruleOf(rule: Fields, amount: (value: unknown) => string): Partial<Draft> {
  if (rule.type !== 'tiered') return { ruleType: 'per-seat', unitAmount: amount(rule.unitAmount) };
  const tiers = list(rule.tiers).map((tier, index): TierDraft => ({
    id: index + 1,
    upTo: text(tier.upTo),
    priced: tier.unitAmount === undefined ? 'flat' : 'unit',
    flatAmount: amount(tier.flatAmount),
    unitAmount: amount(tier.unitAmount),
  }));
  return { ruleType: 'tiered', mode: oneOf(['volume', 'graduated'], rule.mode), tiers };
}

function offerOf(offer: Fields): Partial<Draft> {
  const steps = (key: string) =>
    list(offer.steps).map((step, index): StepDraft => ({
      id: index + 1,
      minCycles: text(step.minCycles),
      benefit: text(step[key]),
    }));
  if (offer.type === 'discount') return { offer: 'discount', discountSteps: steps('payPercent') };
  if (offer.type === 'gift') return { offer: 'gift', giftSteps: steps('days') };
  return { offer: 'none' };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** No more entries than a screen can bear: the domain refuses the policy as soon as there are 101. */
function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.slice(0, 101).map(fields) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function amountOf(value: unknown, digits: number): string {
  return Number.isSafeInteger(value) ? amountText(value as number, digits) : text(value);
}

/** One of a few words; the first is the default. */
function oneOf<Word extends string>(words: readonly [Word, ...Word[]], value: unknown): Word {
  return words.find((word) => word === value) ?? words[0];
}
