/** Letters written from right to left, and marks that turn what comes after them. */
const TURNING = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name to stand in a sentence: whatever way it is written, the words and amounts around it keep theirs. */
export function isolated(name: string): string {
  return TURNING.test(name) ? `\u2068${name.replace(MARKS, '')}\u2069` : name;
}
