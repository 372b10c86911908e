import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { PolicyIssue } from '../../../domain/index.js';
import { POLICY_BOUNDS } from '../../../domain/policy/bounds.js';
import type { Format } from '../../../ui/format.js';
import type { RowList } from '../aids/rows.js';
import type { Draft, TierDraft } from '../draft/draft.js';
import { digitsOf } from '../draft/text.js';

/** What helps with the form and loads apart. */
export interface FormAids {
  /** Its words: another object in another language. */
  readonly t: object;
  /** How a row looks while one of its list is being moved: a class, mostly none. */
  markOf(list: RowList, id: number, index: number): string;
  /** The handle that a row is moved by. */
  grip(view: FormView, list: RowList, id: number, index: number): unknown;
  /** Moves a row with Alt and the arrow keys from anywhere in it. */
  onKeydown(view: FormView, list: RowList, id: number, event: KeyboardEvent): void;
  /** The button that makes two tiers of one. */
  split(view: FormView, tier: TierDraft, index: number): unknown;
  /** How the tier modes differ, by the tiers of the draft. */
  example(view: FormView): unknown;
  /** What of a given policy could not be taken over. */
  foreign(view: FormView): unknown;
}

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
  aids: FormAids | null;
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
