import type { Policy } from '../../../domain/index.js';
import { validatePolicy } from '../../../domain/policy/validate.js';
import { BLANK_DRAFT, type Draft } from './draft.js';

/** The version a draft began from. */
export interface Base {
  version: number;
  policy: Policy;
}

/** A draft as it is kept between visits. */
export interface SavedDraft {
  draft: Draft;
  /** null where nothing was published yet. */
  base: Base | null;
}

/** Raised when the shape of a draft changes, so that an older one is not misread. */
const FORM = 1;

export function storeText({ draft, base }: SavedDraft): string {
  return JSON.stringify({ form: FORM, draft, base });
}

/** A kept draft, or null where the text is none, whoever wrote it. */
export function parseStored(text: string | null): SavedDraft | null {
  try {
    const { form, draft, base } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (form !== FORM || !isDraft(draft)) return null;
    if (base === null) return { draft, base };
    const { version, policy } = base as Record<string, unknown>;
    const checked = validatePolicy(policy);
    return typeof version === 'number' && checked.ok
      ? { draft, base: { version, policy: checked.policy } }
      : null;
  } catch {
    return null;
  }
}

/** Whether a value has every field of a draft in its type. */
export function isDraft(value: unknown): value is Draft {
  return (
    alike(value, BLANK_DRAFT) &&
    WORDS.every(([key, words]) => words.includes(value[key])) &&
    [value.tiers, value.discountSteps, value.giftSteps].every(
      (rows) => new Set(rows.map(({ id }) => id)).size === rows.length,
    )
  );
}

const WORDS: readonly (readonly [keyof Draft, readonly unknown[]])[] = [
  ['cycle', ['year', 'month']],
  ['ruleType', ['per-seat', 'tiered']],
  ['mode', ['volume', 'graduated']],
  ['offer', ['none', 'discount', 'gift']],
  ['capPer', ['order', 'cycle']],
  ['expansion', ['new-term', 'co-term']],
];

/** One more than a policy may have, as in a draft of a policy from elsewhere. */
const MOST_ENTRIES = 101;

function alike<Sample>(value: unknown, sample: Sample): value is Sample {
  if (Array.isArray(sample)) {
    return (
      Array.isArray(value) &&
      value.length <= MOST_ENTRIES &&
      value.every((entry) => alike(entry, sample[0] as unknown))
    );
  }
  if (typeof sample !== 'object' || sample === null) return typeof value === typeof sample;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(sample).every(([key, part]) =>
    alike((value as Record<string, unknown>)[key], part as unknown),
  );
}
