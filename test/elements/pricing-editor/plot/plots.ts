import { priceCurve, type Policy } from '../../../../src/domain/index.js';
import {
  layOutPlot,
  type Plot,
  type PlotInput,
} from '../../../../src/elements/pricing-editor/plot/plot.js';
import { seatRange } from '../../../../src/elements/pricing-editor/plot/range.js';

export const SIZE = { width: 640, height: 240 };

/** The plot of a policy for one cycle, with what a test needs in its place. */
export function plotOf(policy: Policy, rest: Partial<PlotInput> = {}): Plot {
  const curve = rest.curve ?? priceCurve(policy, { cycles: 1 });
  const { seats = null } = rest;
  return layOutPlot({
    curve,
    published: [],
    lengths: [],
    cap: null,
    seats,
    marks: [],
    range: seatRange('places', [curve], seats),
    metric: 'order',
    ...SIZE,
    ...rest,
  });
}

/** Ends of each line of path data, in pixels. */
export function linesOf(path: string): { x1: number; y1: number; x2: number; y2: number }[] {
  const lines: { x1: number; y1: number; x2: number; y2: number }[] = [];
  let [x1, y1] = [NaN, NaN];
  for (const [, command, x, y] of path.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)) {
    const [x2, y2] = [Number(x), Number(y)];
    if (command === 'L') lines.push({ x1, y1, x2, y2 });
    [x1, y1] = [x2, y2];
  }
  return lines;
}

/** Seats and value that stand at a point of the picture. */
export function readOff(plot: Plot, { x, y }: { x: number; y: number }) {
  const { first, last } = plot.range;
  const most = plot.priceTicks.at(-1)!.amount;
  return {
    seats: first + ((x - plot.left) / (plot.right - plot.left)) * (last - first),
    value: ((plot.bottom - y) / (plot.bottom - plot.top)) * most,
  };
}
