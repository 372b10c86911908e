import type { Policy, PolicyChange, PolicyWarning } from '../../domain/index.js';
import { maxGiftDays } from '../../domain/policy/bounds.js';
import type { Offer, PricingRule, Tier } from '../../domain/index.js';
import type { PriceContext } from '../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../locales/pricing-editor/strings.js';
import type { Formatter } from '../../locales/types.js';
import { parseCount } from '../../ui/numbers.js';
import { sentence } from '../../ui/texts.js';
import { stepListOf, type Draft } from './draft/draft.js';
import type { DraftIssue } from './draft/read.js';
import { amountText, digitsOf } from './draft/text.js';

/** What is wrong, as a person reads it beside the field. */
export function issueText(
  t: PricingEditorStrings,
  issue: DraftIssue,
  draft: Draft,
  format: Formatter,
): string {
  const { code, path } = issue;
  const digits = digitsOf(draft.currency);
  const isAmount = /Amount$|^priceCap/.test(path);
  const print = (limit: number | undefined) => {
    if (limit === undefined) return null;
    return isAmount ? amountText(limit, digits) : format.number(limit);
  };
  const [min, max] = [print(issue.min), print(issue.max)];
  const percent = path.endsWith('payPercent');
  if (code === 'out-of-range') {
    const own = rangeText(t, path, draft, min ?? '', max ?? '');
    if (own !== null) return own;
  }
  return t.issues.text(code, { min, max, digits: percent || !isAmount ? 2 : digits });
}

function rangeText(
  t: PricingEditorStrings,
  path: string,
  draft: Draft,
  min: string,
  max: string,
): string | null {
  if (path.endsWith('payPercent')) return t.issues.percent(min, max);
  if (path === 'rule.tiers')
    return draft.tiers.length === 0 ? t.issues.tiersEmpty : t.issues.tiers(max);
  if (path === 'offer.steps') {
    const list = stepListOf(draft);
    return list && draft[list].length === 0 ? t.issues.stepsEmpty : t.issues.steps(max);
  }
  return /^offer\.steps\[\d+\]\.days$/.test(path) ? t.issues.gift(max) : null;
}

/** The most days that a gift step as typed may give; null while its length is no number. */
export function mostGiftDays(draft: Draft, minCycles: string): number | null {
  const count = parseCount(minCycles);
  return count.ok && count.value >= 1 && count.value <= 60
    ? maxGiftDays(draft.cycle, count.value)
    : null;
}

export function warningText(
  t: PricingEditorStrings,
  warning: PolicyWarning,
  context: PriceContext,
): string {
  return sentence<PolicyWarning, PriceContext>(t.warnings.texts, warning, context);
}

/** One difference between two policies in words. */
export interface ChangeText {
  path: string;
  what: string;
  before: string;
  after: string;
}

/** Puts a difference into words, each side in the units of its own policy. */
export function changeText(
  t: PricingEditorStrings,
  change: PolicyChange,
  before: Policy,
  after: Policy,
  format: Formatter,
): ChangeText {
  const { path } = change;
  return {
    path,
    what: partName(t, path, format),
    before: valueText(t, path, change.before, contextOf(before, format)),
    after: valueText(t, path, change.after, contextOf(after, format)),
  };
}

/** What a policy's prices need to be put into words. */
export function contextOf({ currency, cycle }: Policy, format: Formatter): PriceContext {
  return { format, currency, cycle };
}

/** What a part of a policy is called: `rule.tiers[1].flatAmount` is 第 2 级的价格. */
export function partName(t: PricingEditorStrings, path: string, format: Formatter): string {
  const { parts } = t.changes;
  const [, index, key = ''] = /\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  const place = t.place(Number(index), format);
  if (path.startsWith('rule.tiers')) {
    if (key === '') return parts.tier(place);
    return key === 'upTo' ? parts.tierUpTo(place) : parts.tierAmount(place);
  }
  if (path.startsWith('offer.steps')) {
    if (key === '') return parts.step(place);
    return key === 'minCycles' ? parts.stepFrom(place) : parts.stepBenefit(place);
  }
  return PART_NAMES[path]?.(t) ?? path;
}

const PART_NAMES: Readonly<Record<string, (t: PricingEditorStrings) => string>> = {
  currency: (t) => t.changes.parts.currency,
  'trial.days': (t) => t.changes.parts.trialDays,
  'trial.extraDays': (t) => t.changes.parts.extraDays,
  cycle: (t) => t.changes.parts.cycle,
  rule: (t) => t.changes.parts.rule,
  'rule.unitAmount': (t) => t.changes.parts.unitAmount,
  'rule.mode': (t) => t.changes.parts.mode,
  offer: (t) => t.changes.parts.offer,
  'seatLimits.min': (t) => t.changes.parts.minSeats,
  'seatLimits.max': (t) => t.changes.parts.maxSeats,
  priceCap: (t) => t.changes.parts.cap,
  'priceCap.amount': (t) => t.changes.parts.cap,
  'priceCap.per': (t) => t.changes.parts.capPer,
  expansion: (t) => t.changes.parts.expansion,
};

function valueText(
  t: PricingEditorStrings,
  path: string,
  value: unknown,
  context: PriceContext,
): string {
  if (value === null || value === undefined) {
    return path.endsWith('upTo') ? t.changes.openEnd : t.changes.nothing;
  }
  if (typeof value === 'number') return numberText(t, path, value, context);
  if (typeof value === 'string') return wordText(t, path, value);
  if (path === 'rule') return t.changes.rule(value as PricingRule, context);
  if (path === 'offer') return t.changes.offer(value as Offer, context);
  if (path === 'priceCap') {
    const { amount, per } = value as NonNullable<Policy['priceCap']>;
    return t.changes.cap(context.format.money(amount, context.currency), t.cap.per[per]);
  }
  if (path.startsWith('rule.tiers')) return t.changes.tier(value as Tier, context);
  return stepText(t, value as Record<string, number>, context);
}

function numberText(
  t: PricingEditorStrings,
  path: string,
  value: number,
  { format, currency, cycle }: PriceContext,
): string {
  const money = format.money(value, currency);
  if (path.endsWith('unitAmount')) return t.changes.unit(money, t.quotes.cycleNames[cycle]);
  if (path.endsWith('flatAmount')) return t.changes.flat(money);
  if (path === 'priceCap.amount') return money;
  if (path.endsWith('upTo')) return t.changes.upTo(t.quotes.seats(value, format));
  if (path.startsWith('seatLimits')) return t.quotes.seats(value, format);
  if (path.endsWith('minCycles')) return t.quotes.cycles(value, cycle, format);
  if (path.endsWith('payPercent')) return t.quotes.discount(value, format);
  return t.quotes.days(value, format);
}

function wordText(t: PricingEditorStrings, path: string, value: string): string {
  const words: Readonly<Record<string, string>> =
    {
      cycle: t.cycle.options,
      'rule.mode': t.rule.modes,
      'priceCap.per': t.cap.per,
      expansion: t.expansion.options,
    }[path] ?? {};
  return words[value] ?? value;
}

function stepText(
  t: PricingEditorStrings,
  { minCycles = 0, payPercent, days = 0 }: Record<string, number>,
  { format, cycle }: PriceContext,
): string {
  const from = t.quotes.cycles(minCycles, cycle, format);
  return t.changes.step(
    from,
    payPercent === undefined ? t.quotes.gift(days, format) : t.quotes.discount(payPercent, format),
  );
}
