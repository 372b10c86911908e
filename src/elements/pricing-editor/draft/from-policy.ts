import { amountText, countText, digitsOf } from './text.js';
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
    trialDays: countOf(trial.days),
    extraTrial: trial.extraDays != null,
    extraDays: countOf(trial.extraDays ?? BLANK_DRAFT.extraDays),
    cycle: oneOf(['year', 'month'], root.cycle),
    ...ruleOf(fields(root.rule), amount),
    ...offerOf(fields(root.offer)),
    minSeats: countOf(limits.min),
    maxSeats: countOf(limits.max),
    capAmount: amount(cap.amount),
    capPer: oneOf(['order', 'cycle'], cap.per),
    expansion: oneOf(['new-term', 'co-term'], root.expansion),
  };
}

function ruleOf(rule: Fields, amount: (value: unknown) => string): Partial<Draft> {
  if (rule.type !== 'tiered') return { ruleType: 'per-seat', unitAmount: amount(rule.unitAmount) };
  const tiers = list(rule.tiers).map((tier, index): TierDraft => ({
    id: index + 1,
    upTo: countOf(tier.upTo),
    priced: tier.unitAmount === undefined ? 'flat' : 'unit',
    flatAmount: amount(tier.flatAmount),
    unitAmount: amount(tier.unitAmount),
  }));
  return { ruleType: 'tiered', mode: oneOf(['volume', 'graduated'], rule.mode), tiers };
}

function offerOf(offer: Fields): Partial<Draft> {
  const steps = (key: 'payPercent' | 'days') =>
    list(offer.steps).map((step, index): StepDraft => ({
      id: index + 1,
      minCycles: countOf(step.minCycles),
      benefit: key === 'days' ? countOf(step[key]) : text(step[key]),
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

/** No longer than a field can bear; what is cut says so, and is no number any more. */
const LONGEST_TEXT = 100;

function text(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
}

function amountOf(value: unknown, digits: number): string {
  return Number.isSafeInteger(value) ? amountText(value as number, digits) : text(value);
}

function countOf(value: unknown): string {
  return Number.isSafeInteger(value) ? countText(value as number) : text(value);
}

/** One of a few words; the first is the default. */
function oneOf<Word extends string>(words: readonly [Word, ...Word[]], value: unknown): Word {
  return words.find((word) => word === value) ?? words[0];
}
