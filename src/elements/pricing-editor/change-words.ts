import type {
  Offer,
  Policy,
  PolicyChange,
  PolicyWarning,
  PricingRule,
  Tier,
} from '../../domain/index.js';
import type { PriceContext } from '../../locales/common/quotes/strings.js';
import type { WordedStrings } from '../../locales/pricing-words/strings.js';
import type { Formatter } from '../../locales/types.js';
import { sentence } from '../../ui/texts.js';

/** What is legal in a policy but probably not meant, as a person reads it. */
export function warningText(
  t: WordedStrings,
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
  t: WordedStrings,
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
export function partName(t: WordedStrings, path: string, format: Formatter): string {
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

const PART_NAMES: Readonly<Record<string, (t: WordedStrings) => string>> = {
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

function valueText(t: WordedStrings, path: string, value: unknown, context: PriceContext): string {
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
  t: WordedStrings,
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

function wordText(t: WordedStrings, path: string, value: string): string {
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
  t: WordedStrings,
  { minCycles = 0, payPercent, days = 0 }: Record<string, number>,
  { format, cycle }: PriceContext,
): string {
  const from = t.quotes.cycles(minCycles, cycle, format);
  return t.changes.step(
    from,
    payPercent === undefined ? t.quotes.gift(days, format) : t.quotes.discount(payPercent, format),
  );
}
