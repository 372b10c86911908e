import { STEPS_BETWEEN, type Sliced } from './slices.js';

/** Negative when `a` comes before `b`, 0 where either may be first. */
export type CompareSlots = (a: number, b: number) => number;

/** Runs this short are sorted in place. */
const RUN = 16;

/** The numbers 0 … count − 1 in order; those that compare equal stay in rising order. */
export function* sortSlots(count: number, compare: CompareSlots): Sliced<Uint32Array> {
  let from = new Uint32Array(count);
  for (let slot = 0; slot < count; slot++) from[slot] = slot;
  let to = new Uint32Array(count);
  for (let start = 0; start < count; start += RUN) {
    sortRun(from, start, Math.min(start + RUN, count), compare);
    if (start % STEPS_BETWEEN === 0) yield;
  }
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const end = Math.min(start + 2 * width, count);
      yield* mergeRuns(from, to, { start, middle: Math.min(start + width, end), end }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Insertion, which beats merging where there is little. */
function sortRun(slots: Uint32Array, start: number, end: number, compare: CompareSlots): void {
  for (let next = start + 1; next < end; next++) {
    const slot = slots[next] ?? 0;
    let at = next;
    for (; at > start; at--) {
      const before = slots[at - 1] ?? 0;
      if (compare(before, slot) <= 0) break;
      slots[at] = before;
    }
    slots[at] = slot;
  }
}

/** Two runs that follow each other, as one. */
function* mergeRuns(
  from: Uint32Array,
  to: Uint32Array,
  { start, middle, end }: { start: number; middle: number; end: number },
  compare: CompareSlots,
): Sliced<void> {
  if (middle === end || compare(from[middle - 1] ?? 0, from[middle] ?? 0) <= 0) {
    to.set(from.subarray(start, end), start);
    return;
  }
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const first = from[left] ?? 0;
    const second = from[right] ?? 0;
    const takesLeft = left < middle && (right === end || compare(first, second) <= 0);
    to[at] = takesLeft ? first : second;
    if (takesLeft) left++;
    else right++;
    if (at % STEPS_BETWEEN === 0) yield;
  }
}
