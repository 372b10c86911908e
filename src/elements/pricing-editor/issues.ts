import type { PricingEditorStrings } from '../../locales/pricing-editor/strings.js';
import type { Formatter } from '../../locales/types.js';
import type { Draft } from './draft/draft.js';
import type { DraftIssue } from './draft/read.js';
import { placeOf } from './places.js';
import { issueText } from './words.js';

/** Which faults are shown: a field that nobody has filled in yet is no fault until it has been left. */
export interface Seen {
  /** Ids of the fields that were left. */
  left: ReadonlySet<string>;
  /** Somebody wanted to go on: everything is shown. */
  all: boolean;
}

export function shownIssues(
  issues: readonly DraftIssue[],
  draft: Draft,
  { left, all }: Seen,
): DraftIssue[] {
  return issues.filter(
    ({ code, path }) => all || code !== 'empty' || left.has(placeOf(path, draft).id),
  );
}

/** The texts of issues by the place they belong to. */
export function issueTexts(
  t: PricingEditorStrings,
  issues: readonly DraftIssue[],
  draft: Draft,
  format: Formatter,
): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const issue of issues) {
    const { id } = placeOf(issue.path, draft);
    const text = issueText(t, issue, draft, format);
    const before = texts.get(id) ?? [];
    if (!before.includes(text)) texts.set(id, [...before, text]);
  }
  return texts;
}
