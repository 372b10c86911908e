/** Positions of a change feed: decimal text of whole numbers. */

/** Whether text, such as a page may send, could be one. */
export function isPosition(text: string): boolean {
  return /^(0|[1-9]\d{0,17})$/.test(text);
}

/** Whether one comes after another. */
export function isAfter(position: string, other: string): boolean {
  return position.length === other.length ? position > other : position.length > other.length;
}
