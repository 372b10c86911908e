/** A straight line in pixels. */
export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * Path data of lines, no finer than the pixels: where three or more stay within one column of them, one upright line from the lowest
 * to the highest stands for all, so that no jump is lost and no path grows beyond the width of the picture.
 */
export function drawn(segments: readonly Segment[]): string {
  let path = '';
  let pen: { x: number; y: number } | null = null;
  for (const group of byColumn(segments)) {
    for (const { x1, y1, x2, y2 } of group.length > 2 ? [upright(group)] : group) {
      if (pen?.x !== x1 || pen.y !== y1) path += `M${round(x1)} ${round(y1)}`;
      path += `L${round(x2)} ${round(y2)}`;
      pen = { x: x2, y: y2 };
    }
  }
  return path;
}

/** Lines that follow each other within one column of pixels, together; every other line by itself. */
function byColumn(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  let column: number | null = null;
  for (const segment of segments) {
    const from = Math.floor(segment.x1);
    const own = from === Math.floor(segment.x2) ? from : null;
    if (own !== null && own === column) groups.at(-1)?.push(segment);
    else groups.push([segment]);
    column = own;
  }
  return groups;
}

function upright(group: readonly Segment[]): Segment {
  const heights = group.flatMap(({ y1, y2 }) => [y1, y2]);
  const x = group[0]?.x1 ?? 0;
  return { x1: x, y1: Math.max(...heights), x2: x, y2: Math.min(...heights) };
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
