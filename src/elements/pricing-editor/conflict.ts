import type { Policy, PolicyChange } from '../../domain/index.js';
import { comparePolicies } from '../../domain/policy/compare.js';
import type { WordedStrings } from '../../locales/pricing-words/strings.js';
import type { PricingTrustStrings } from '../../locales/pricing-trust/strings.js';
import type { Formatter } from '../../locales/types.js';
import { PARTS, partOf } from './draft/rebase.js';
import { changeText, type ChangeText } from './change-words.js';

/** One part of a policy that somebody else changed, or you, or both. */
export interface ConflictRow {
  path: string;
  what: string;
  /** Before both; null where nothing was published. */
  base: string | null;
  theirs: string;
  yours: string;
  /** Both changed it, or the part it belongs to: going on keeps yours. */
  both: boolean;
}

export interface ConflictSides {
  /** What both began from; null where nothing was published. */
  base: Policy | null;
  theirs: Policy;
  /** null while the draft says no policy. */
  yours: Policy | null;
}

/** The other's change beside yours, part by part in the order of a policy. */
export function conflictRows(
  t: WordedStrings,
  w: PricingTrustStrings,
  { base, theirs, yours }: ConflictSides,
  format: Formatter,
): ConflictRow[] {
  if (!base) return yours ? firstRows(t, theirs, yours, format) : [];
  const theirChanges = comparePolicies(base, theirs);
  const yourChanges = yours ? comparePolicies(base, yours) : [];
  const theirTexts = textsOf(t, theirChanges, base, theirs, format);
  const yourTexts = yours ? textsOf(t, yourChanges, base, yours, format) : NO_TEXTS;
  const theirParts = new Set([...theirTexts.keys()].map(partOf));
  const yourParts = new Set([...yourTexts.keys()].map(partOf));
  const nobody = yours ? w.conflict.unchanged : w.conflict.unreadable;
  return [...new Set([...theirTexts.keys(), ...yourTexts.keys()])]
    .sort((a, b) => placeIn(a) - placeIn(b))
    .flatMap((path) => {
      const [their, your] = [theirTexts.get(path), yourTexts.get(path)];
      const either = their ?? your;
      if (!either) return [];
      return {
        path,
        what: either.what,
        base: either.before,
        theirs: their?.after ?? w.conflict.unchanged,
        yours: your?.after ?? nobody,
        both: theirParts.has(partOf(path)) && yourParts.has(partOf(path)),
      };
    });
}

function firstRows(
  t: WordedStrings,
  theirs: Policy,
  yours: Policy,
  format: Formatter,
): ConflictRow[] {
  return comparePolicies(theirs, yours).map((change) => {
    const { path, what, before, after } = changeText(t, change, theirs, yours, format);
    return { path, what, base: null, theirs: before, yours: after, both: true };
  });
}

const NO_TEXTS: ReadonlyMap<string, ChangeText> = new Map();

function textsOf(
  t: WordedStrings,
  changes: readonly PolicyChange[],
  before: Policy,
  after: Policy,
  format: Formatter,
): ReadonlyMap<string, ChangeText> {
  return new Map(
    changes.map((change) => [change.path, changeText(t, change, before, after, format)]),
  );
}

function placeIn(path: string): number {
  const part = partOf(path);
  return part ? PARTS.indexOf(part) : PARTS.length;
}
