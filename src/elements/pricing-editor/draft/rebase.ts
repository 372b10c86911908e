import type { Draft } from './draft.js';

/** The parts of a policy that are taken over as a whole. */
export type Part =
  'currency' | 'trial' | 'cycle' | 'rule' | 'offer' | 'seatLimits' | 'priceCap' | 'expansion';

const FIELDS: Readonly<Record<Part, readonly (keyof Draft)[]>> = {
  currency: ['currency'],
  trial: ['trialDays', 'extraTrial', 'extraDays'],
  cycle: ['cycle'],
  rule: ['ruleType', 'unitAmount', 'mode', 'tiers'],
  offer: ['offer', 'discountSteps', 'giftSteps'],
  seatLimits: ['minSeats', 'maxSeats'],
  priceCap: ['capAmount', 'capPer'],
  expansion: ['expansion'],
};

const PARTS = Object.keys(FIELDS) as Part[];

/** The parts in which two drafts differ. */
export function changedParts(a: Draft, b: Draft): Part[] {
  return PARTS.filter((part) => !same(a, b, part));
}

/**
 * Carries a draft over to a version that somebody else published meanwhile: what the draft changed stays as typed,
 * everything else becomes theirs.
 *
 * @param base the version the draft began from
 */
export function rebase(draft: Draft, base: Draft, theirs: Draft): Draft {
  const untouched = PARTS.filter((part) => same(draft, base, part));
  const taken = untouched
    .flatMap((part) => FIELDS[part])
    .map((field) => [field, theirs[field]] as const);
  return { ...draft, ...Object.fromEntries(taken) };
}

function same(a: Draft, b: Draft, part: Part): boolean {
  return FIELDS[part].every((field) => comparable(a[field]) === comparable(b[field]));
}

/** Entries are told apart by place here: their ids say nothing about what was typed. */
function comparable(value: Draft[keyof Draft]): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'id' ? undefined : inner));
}
