import type { PricePiece } from '../../../domain/index.js';
import { priceOnCurve } from '../../../domain/pricing/curve.js';
import { drawn, type Segment } from './pen.js';
import type { SeatRange } from './range.js';
import { roundStep, roundTicks } from './scale.js';
import { strokesOf, type Metric, type PricePoint, type Stroke } from './strokes.js';

export interface Point {
  x: number;
  y: number;
}

/** A number of seats at which something looks wrong, and what stands for it in the list of warnings. */
export interface Mark {
  seats: number;
  label: string;
}

/** What is drawn, in prices and seats. */
export interface PlotInput {
  curve: readonly PricePiece[];
  /** The version in force, drawn behind; empty for none. */
  published: readonly PricePiece[];
  /** The same draft for other lengths. */
  lengths: readonly (readonly PricePiece[])[];
  /** The most an order may cost, in minor units; null for none. */
  cap: number | null;
  /** The chosen seats. */
  seats: number | null;
  marks: readonly Mark[];
  range: SeatRange;
  metric: Metric;
  /** Pixels. */
  width: number;
  height: number;
}

/** A curve in pixels. */
export interface Line {
  /** Path data. A price that holds for a single number of seats is a point of it. */
  path: string;
  /** Path data of the jumps from one piece to the next. */
  jumps: string;
  /** What is drawn exactly, each what a quote says. */
  points: readonly PricePoint[];
  /** Its right end; null where nothing of it is in the picture. */
  end: Point | null;
}

/** An end of a stroke at a jump: closed where the price there is the stroke's, open where it is not. */
export interface Dot extends Point {
  open: boolean;
  seats: number;
}

/** The same in pixels, ready to be drawn. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  range: SeatRange;
  draft: Line;
  published: Line;
  lengths: Line[];
  /** Of the draft; left out where they would hide each other. */
  dots: Dot[];
  /** Seats that cannot be ordered. */
  closed: { from: number; to: number }[];
  /** Height of the cap; null when there is none or it is out of the picture. */
  cap: number | null;
  /** The chosen seats; on the ground where they cannot be ordered. */
  sample: Point | null;
  marks: (Point & { label: string })[];
  seatTicks: { at: number; seats: number }[];
  priceTicks: { at: number; amount: number }[];
}

const MARGIN = { left: 56, right: 20, top: 36, bottom: 28 };

/** Pixels between two dots. */
const APART = 9;

/** Lays out an exact picture of a price over seats: the work grows with the pieces and the pixels, not with the seats. */
export function layOutPlot(input: PlotInput): Plot {
  const { curve, range, metric, cap, seats } = input;
  const left = MARGIN.left;
  const right = Math.max(left + 1, input.width - MARGIN.right);
  const top = MARGIN.top;
  const bottom = Math.max(top + 1, input.height - MARGIN.bottom);
  const { first, last } = range;
  const perPixel = (last - first) / (right - left);

  const strokes = [curve, input.published, ...input.lengths].map((each) =>
    strokesOf(each, first, last, metric, perPixel),
  );
  const value = (amount: number, count: number) =>
    metric === 'order' ? amount : amount / Math.max(1, count);
  const highest = highestOf(strokes.flat(), value);
  // A cap far above every price would flatten them all; for each seat it is no line.
  const capShown = metric === 'order' && cap !== null && cap <= highest * 1.5 ? cap : null;
  const priceTicks = priceTicksTo(Math.max(highest, capShown ?? 0), (bottom - top) / 48);
  const most = priceTicks.at(-1) ?? 1;

  const x = (count: number) => left + (count - first) / perPixel;
  const height = (amount: number) => bottom - ((bottom - top) * amount) / most;
  const place = (amount: number, count: number): Point => ({
    x: x(count),
    y: height(value(amount, count)),
  });
  const standing = (count: number): Point | null =>
    count < first || count > last
      ? null
      : { x: x(count), y: height(value(priceOnCurve(curve, count) ?? 0, count)) };

  const [own = [], before = [], ...others] = strokes;
  return {
    left,
    right,
    top,
    bottom,
    range,
    draft: lineOf(own, place),
    published: lineOf(before, place),
    lengths: others.map((each) => lineOf(each, place)),
    dots: dotsOf(own, place),
    closed: gapsIn(curve, range).map(({ first: from, last: to }) => ({ from: x(from), to: x(to) })),
    cap: capShown === null ? null : height(capShown),
    sample: seats === null ? null : standing(seats),
    marks: input.marks.flatMap(({ seats: count, label }) => {
      const point = standing(count);
      return point ? [{ ...point, label }] : [];
    }),
    seatTicks: seatTicksIn(range, (right - left) / 72).map((count) => ({
      at: x(count),
      seats: count,
    })),
    priceTicks: priceTicks.map((amount) => ({ at: height(amount), amount })),
  };
}

/** The seats under a horizontal place of the picture. */
export function seatsAt({ left, right, range: { first, last } }: Plot, x: number): number {
  const share = (x - left) / (right - left);
  return Math.min(last, Math.max(1, first, Math.round(first + share * (last - first))));
}

type Value = (amount: number, seats: number) => number;

/** The highest thing in the picture, open dots included; at least one minor unit. */
function highestOf(strokes: readonly Stroke[], value: Value): number {
  let most = 1;
  for (const { points, follows, approach } of strokes) {
    for (const { amount, seats } of points) most = Math.max(most, value(amount, seats));
    const [start] = points;
    if (start && follows === 'jump') most = Math.max(most, value(approach, start.seats - 1));
  }
  return most;
}

type Place = (amount: number, seats: number) => Point;

function lineOf(strokes: readonly Stroke[], place: Place): Line {
  const lines: Segment[] = [];
  const jumps: Segment[] = [];
  let end: Point | null = null;
  for (const { points, follows, approach } of strokes) {
    const [start] = points;
    if (!start) continue;
    let from = place(start.amount, start.seats);
    if (end && follows === 'bend') lines.push(between(end, from));
    if (end && follows === 'jump') {
      // The stroke reaches back to the seat at which it does not hold yet, as an open dot says.
      const open = place(approach, start.seats - 1);
      jumps.push(between(end, open));
      lines.push(between(open, from));
    }
    if (points.length === 1) lines.push(between(from, from));
    for (const point of points.slice(1)) {
      const to = place(point.amount, point.seats);
      lines.push(between(from, to));
      from = to;
    }
    end = from;
  }
  return {
    path: drawn(lines),
    jumps: drawn(jumps),
    points: strokes.flatMap(({ points }) => points),
    end,
  };
}

/** Both ends of every jump that has room, and the ends of what can be ordered. */
function dotsOf(strokes: readonly Stroke[], place: Place): Dot[] {
  const dots: Dot[] = [];
  strokes.forEach(({ points, follows, approach }, index) => {
    const start = points[0];
    const before = strokes[index - 1]?.points.at(-1);
    if (!start || !before || follows !== 'jump') return;
    const closed = { ...place(before.amount, before.seats), seats: before.seats, open: false };
    const open = { ...place(approach, before.seats), seats: before.seats, open: true };
    const last = dots.at(-1);
    if (last && closed.x - last.x < APART) return;
    dots.push(closed, open);
  });
  return dots;
}

/** The stretches of a range that no piece covers. */
function gapsIn(curve: readonly PricePiece[], { first, last }: SeatRange): SeatRange[] {
  const gaps: SeatRange[] = [];
  let covered = Math.max(first, 0);
  for (const { fromSeats, toSeats } of curve) {
    if (toSeats < first) continue;
    if (fromSeats > last) break;
    if (fromSeats > covered + 1) gaps.push({ first: covered, last: fromSeats });
    covered = toSeats;
  }
  return covered < last ? [...gaps, { first: covered, last }] : gaps;
}

function seatTicksIn({ first, last }: SeatRange, count: number): number[] {
  const step = roundStep((last - first) / Math.max(1, count));
  const from = Math.floor(first / step) + 1;
  return Array.from(
    { length: Math.max(0, Math.floor(last / step) - from + 1) },
    (_, index) => (from + index) * step,
  );
}

function priceTicksTo(highest: number, count: number): number[] {
  const ticks = roundTicks(highest, count);
  const last = ticks.at(-1) ?? 0;
  return last < highest ? [...ticks, last + roundStep(highest / Math.max(1, count))] : ticks;
}

function between(a: Point, b: Point): Segment {
  return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
}
