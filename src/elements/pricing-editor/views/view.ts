import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { PolicyIssue } from '../../../domain/index.js';
import { POLICY_BOUNDS } from '../../../domain/policy/bounds.js';
import type { Format } from '../../../ui/format.js';
import type { Aids } from '../aids/aids.js';
import type { Draft } from '../draft/draft.js';
import { digitsOf } from '../draft/text.js';

/** What every part of the form draws from and answers to. */
export interface FormView {
  t: PricingEditorStrings;
  format: Format;
  draft: Draft;
  editable: boolean;
  /** By the id of the place they belong to. */
  issues: ReadonlyMap<string, readonly string[]>;
  /** What of a given policy could not be taken over. */
  foreign: readonly PolicyIssue[];
  /** Goes on without it. */
  acceptForeign: () => void;
  /** null until they are there. */
  aids: Aids | null;
  /** The draft as it is by now: what answers in a row outlives a drawing, since rows that stay the same are not drawn again. */
  now: () => Draft;
  edit: (draft: Draft) => void;
  /** After a row was added or removed: where to go on, and what to say. */
  moveOn: (focus: string, announcement: string) => void;
}

const NONE: readonly string[] = [];

export function issuesAt({ issues }: FormView, id: string): readonly string[] {
  return issues.get(id) ?? NONE;
}

/** The sign of the draft's currency; its text as typed while that is no currency. */
export function symbolOf({ draft, format }: FormView): string {
  const code = draft.currency.trim().toUpperCase();
  try {
    const parts = format.moneyParts(0, code);
    return parts.find(({ type }) => type === 'currency')?.value ?? code;
  } catch {
    return code;
  }
}

/** How an amount field should be typed into: no decimal key where the currency has none. */
export function amountInputMode({ draft }: FormView): 'numeric' | 'decimal' {
  return digitsOf(draft.currency) === 0 ? 'numeric' : 'decimal';
}

/** Rows of a table at most, as in a policy. */
export const MOST_ROWS = POLICY_BOUNDS.entries.max;

/** Why no row can be added. */
export function fullText({ t, format }: FormView, list: 'tiers' | 'steps'): string {
  return t.issues[list](format.number(MOST_ROWS));
}
