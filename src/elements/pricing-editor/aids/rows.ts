import { POLICY_BOUNDS } from '../../../domain/policy/bounds.js';
import { parseCount } from '../../../ui/numbers.js';
import type { Draft, StepList, TierDraft } from '../draft/draft.js';
import { countText } from '../draft/text.js';

/** A list of rows in a draft. */
export type RowList = 'tiers' | StepList;

/** A draft with a row in another place, and what that took along. */
export interface Move {
  draft: Draft;
  from: number;
  /** Where the row is now; the same where it could not go further. */
  to: number;
  /** The bounds went with the rows, since they were out of order. */
  carried: boolean;
}

/**
 * Moves a row of a draft. The bounds stay where they are, so that what was in order stays in order and only the prices change places;
 * where they are out of order they go with their rows, so that they can be put in order.
 */
export function moveRow(draft: Draft, list: RowList, id: number, to: number): Move {
  const rows: readonly { id: number }[] = draft[list];
  const from = rows.findIndex((row) => row.id === id);
  const place = Math.max(0, Math.min(to, rows.length - 1));
  if (from < 0 || place === from) return { draft, from, to: from, carried: false };
  return list === 'tiers'
    ? { from, to: place, ...moved(draft, 'tiers', draft.tiers, 'upTo', from, place) }
    : { from, to: place, ...moved(draft, list, draft[list], 'minCycles', from, place) };
}

function moved<Key extends string>(
  draft: Draft,
  list: RowList,
  rows: readonly Readonly<Record<Key, string>>[],
  bound: Key,
  from: number,
  to: number,
): { draft: Draft; carried: boolean } {
  const carried = !isRising(rows.map((row) => row[bound]));
  const order = rows.filter((_, index) => index !== from);
  order.splice(to, 0, ...rows.slice(from, from + 1));
  const placed = order.map((row, index) =>
    row[bound] === rows[index]?.[bound] ? row : { ...row, [bound]: rows[index]?.[bound] },
  );
  return { draft: { ...draft, [list]: carried ? order : placed }, carried };
}

/** Whether no bound that can be read is below one before it. */
function isRising(bounds: readonly string[]): boolean {
  let highest = -Infinity;
  return bounds.every((text) => {
    const count = parseCount(text);
    if (!count.ok) return true;
    if (count.value <= highest) return false;
    highest = count.value;
    return true;
  });
}

/** Why a tier cannot be split: there are too many already, or it holds one seat. */
export type SplitFault = 'full' | 'single';

/**
 * Splits a tier in two in the middle of its seats; both cost what it cost. An open tier is split at twice the seats before it, one
 * whose bounds cannot be read at no seat yet.
 *
 * @returns the draft, and the id of the new first half, whose bound is the seat it was split at
 */
export function splitTier(draft: Draft, id: number): { draft: Draft; first: number } | SplitFault {
  const { tiers } = draft;
  const index = tiers.findIndex((tier) => tier.id === id);
  const tier = tiers[index];
  if (!tier || tiers.length >= POLICY_BOUNDS.entries.max) return 'full';
  const at = splitSeat(tiers, index);
  if (at === null) return 'single';
  const first = tiers.reduce((highest, each) => Math.max(highest, each.id), 0) + 1;
  const half: TierDraft = { ...tier, id: first, upTo: at };
  return {
    draft: { ...draft, tiers: [...tiers.slice(0, index), half, ...tiers.slice(index)] },
    first,
  };
}

/** Where to split, as text; null where there is one seat alone. */
function splitSeat(tiers: readonly TierDraft[], index: number): string | null {
  const below = index === 0 ? 0 : readSeat(tiers[index - 1]);
  if (below === null) return '';
  const isOpen = index === tiers.length - 1 && tiers[index]?.upTo.trim() === '';
  if (isOpen) return countText(below === 0 ? FIRST_SPLIT : 2 * below);
  const last = readSeat(tiers[index]);
  if (last === null || last <= below) return '';
  return last === below + 1 ? null : countText(Math.floor((below + 1 + last) / 2));
}

/** Where an open tier from the first seat on is split. */
const FIRST_SPLIT = 10;

function readSeat(tier: TierDraft | undefined): number | null {
  const count = parseCount(tier?.upTo ?? '');
  return count.ok ? count.value : null;
}
