import { maxGiftDays } from '../../domain/policy/bounds.js';
import type { PricingEditorStrings } from '../../locales/pricing-editor/strings.js';
import type { Formatter } from '../../locales/types.js';
import { parseCount } from '../../ui/numbers.js';
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
