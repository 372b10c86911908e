import type { Policy } from '../../../domain/index.js';
import { assess } from '../assess.js';
import { draftOf } from '../draft/from-policy.js';
import { changedParts, partOf, PARTS, rebase, type Part } from '../draft/rebase.js';
import { conflictRows, type ConflictRow } from '../conflict.js';
import { changeText, partName } from '../change-words.js';
import type { TrustContext } from './context.js';

export type Side = 'theirs' | 'yours';

/** What is decided together where somebody else published meanwhile. */
export interface MergePart {
  part: Part;
  /** Its name. */
  what: string;
  /** Single differences in it; at least one. */
  rows: ConflictRow[];
  /** Both changed it. */
  both: boolean;
  chosen: Side;
}

/** For each part, whose version is wanted: yours where you changed it, else theirs, until somebody chooses. */
export class Merge {
  #choices = new Map<Part, Side>();
  #about: unknown;

  /** The parts to decide, for what the desk has now. Another publication begins anew. */
  parts(context: TrustContext): MergePart[] {
    const { desk } = context.host;
    const { theirs } = desk;
    if (!theirs) return [];
    if (this.#about !== theirs.version) {
      this.#about = theirs.version;
      this.#choices.clear();
    }
    const rows = rowsOf(context, theirs.policy);
    const mine = desk.changedParts;
    return PARTS.flatMap((part): MergePart[] => {
      const own = rows.filter(({ path }) => partOf(path) === part);
      const [only] = own;
      if (!only) return [];
      return [
        {
          part,
          what: own.length === 1 ? only.what : partName(context.t, part, context.format),
          rows: own,
          both: own.some(({ both }) => both),
          chosen: this.#choices.get(part) ?? (mine.includes(part) ? 'yours' : 'theirs'),
        },
      ];
    });
  }

  choose(parts: readonly Part[], side: Side): void {
    for (const part of parts) this.#choices.set(part, side);
  }
}

/** The parts that stay as typed, for those choices: those that are not up for choice stay as they were. */
export function mineOf(parts: readonly MergePart[]): Part[] {
  return parts.filter(({ chosen }) => chosen === 'yours').map(({ part }) => part);
}

function rowsOf(context: TrustContext, theirs: Policy): ConflictRow[] {
  const { host, t, w, format } = context;
  const { desk } = host;
  const base = desk.base?.policy ?? null;
  // What says nothing yet can be kept all the same.
  const unread = desk.changedParts.filter(
    (part) =>
      desk.assessment.issues.some(({ path }) => partOf(path) === part) &&
      changedParts(desk.draft, draftOf(theirs)).includes(part),
  );
  const sound = desk.changedParts.filter((part) => !unread.includes(part));
  const yours = assess(rebase(desk.draft, sound, draftOf(base ?? theirs))).policy;
  const rows = conflictRows(t, w, { base, theirs, yours }, format);
  return [
    ...rows.filter(({ path }) => !unread.some((part) => part === partOf(path))),
    ...unread.map((part) => unreadRow(context, part, base, theirs)),
  ];
}

function unreadRow(
  { t, w, format }: TrustContext,
  part: Part,
  base: Policy | null,
  theirs: Policy,
): ConflictRow {
  const textIn = (policy: Policy) => {
    const change = { path: part, before: valueAt(policy, part), after: null };
    return changeText(t, change, policy, policy, format).before;
  };
  const [before, after] = [base && textIn(base), textIn(theirs)];
  const both = before !== after;
  return {
    path: part,
    what: partName(t, part, format),
    base: before,
    theirs: both ? after : w.conflict.unchanged,
    yours: w.conflict.unreadable,
    both,
  };
}

function valueAt(policy: Policy, part: Part): unknown {
  return part
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], policy);
}
