import type { Draft } from './draft.js';

/**
 * What is decided together, and so taken over together, by the path it has in a policy: one limit does not depend on the other,
 * a tier makes no sense without those before it.
 */
const FIELDS = {
  currency: ['currency'],
  'trial.days': ['trialDays'],
  'trial.extraDays': ['extraTrial', 'extraDays'],
  cycle: ['cycle'],
  rule: ['ruleType', 'unitAmount', 'mode', 'tiers'],
  offer: ['offer', 'discountSteps', 'giftSteps'],
  'seatLimits.min': ['minSeats'],
  'seatLimits.max': ['maxSeats'],
  priceCap: ['capAmount', 'capPer'],
  expansion: ['expansion'],
} as const satisfies Readonly<Record<string, readonly (keyof Draft)[]>>;

/** A part of a policy that is taken over as a whole. */
export type Part = keyof typeof FIELDS;

/** In the order of a policy. */
export const PARTS = Object.keys(FIELDS) as Part[];

/** The part that a path of a policy belongs to. */
export function partOf(path: string): Part | undefined {
  return PARTS.find(
    (part) => path === part || (/^[.[]/.test(path.slice(part.length)) && path.startsWith(part)),
  );
}

/** The parts in which two drafts differ. */
export function changedParts(a: Draft, b: Draft): Part[] {
  return PARTS.filter((part) => !same(a, b, part));
}

/**
 * Carries a draft over to a version that somebody else published meanwhile.
 *
 * @param mine the parts that stay as typed; everything else becomes theirs
 */
export function rebase(draft: Draft, mine: readonly Part[], theirs: Draft): Draft {
  const taken = PARTS.filter((part) => !mine.includes(part))
    .flatMap((part): readonly (keyof Draft)[] => FIELDS[part])
    .map((field) => [field, theirs[field]] as const);
  return { ...draft, ...Object.fromEntries(taken) };
}

function same(a: Draft, b: Draft, part: Part): boolean {
  const fields: readonly (keyof Draft)[] = FIELDS[part];
  return fields.every((field) => comparable(a[field]) === comparable(b[field]));
}

/** Entries are told apart by place here: their ids say nothing about what was typed. */
function comparable(value: Draft[keyof Draft]): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'id' ? undefined : inner));
}
