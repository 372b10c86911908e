import type { PricePiece } from '../../../domain/index.js';
import { priceOnCurve } from '../../../domain/pricing/curve.js';
import { lastSeatShown, roundStep, roundTicks } from './scale.js';

export interface Point {
  x: number;
  y: number;
}

/** What is drawn, in prices and seats. */
export interface PlotInput {
  curve: readonly PricePiece[];
  /** The version in force, drawn behind; empty for none. */
  published: readonly PricePiece[];
  /** The most an order may cost, in minor units; null for none. */
  cap: number | null;
  /** The seats of the sample. */
  seats: number | null;
  /** Seats at which something looks wrong. */
  marks: readonly number[];
  /** Pixels. */
  width: number;
  height: number;
}

/** The same in pixels, ready to be drawn. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The seats at the right edge. */
  lastSeat: number;
  /** Path data. A price that holds for a single number of seats is a point of it. */
  line: string;
  /** Path data of the jumps from one piece to the next. */
  jumps: string;
  publishedLine: string;
  /** Height of the cap; null when there is none or it is out of the picture. */
  cap: number | null;
  sample: Point | null;
  marks: Point[];
  seatTicks: { at: number; seats: number }[];
  priceTicks: { at: number; amount: number }[];
}

const MARGIN = { left: 56, right: 16, top: 20, bottom: 28 };

/** Lays out an exact picture of a price over seats: the work grows with the pieces, not with the seats. */
export function layOutPlot(input: PlotInput): Plot {
  const { curve, published, cap, seats, width, height } = input;
  const left = MARGIN.left;
  const right = Math.max(left + 1, width - MARGIN.right);
  const top = MARGIN.top;
  const bottom = Math.max(top + 1, height - MARGIN.bottom);

  const lastSeat = lastSeatShown([curve, published], seats === null ? [] : [seats]);
  const shown = clip(curve, lastSeat);
  const shownBefore = clip(published, lastSeat);
  const highest = Math.max(
    1,
    ...[...shown, ...shownBefore].flatMap((p) => [p.fromPrice, p.toPrice]),
  );
  // A cap far above every price would flatten them all.
  const capShown = cap !== null && cap <= highest * 1.5 ? cap : null;
  const priceTicks = priceTicksTo(Math.max(highest, capShown ?? 0), (bottom - top) / 48);
  const most = priceTicks.at(-1) ?? 1;

  const x = (count: number) => left + ((right - left) * count) / lastSeat;
  const y = (amount: number) => bottom - ((bottom - top) * amount) / most;
  const at = (count: number): Point | null => {
    const amount = priceOnCurve(shown, count);
    return amount === null ? null : { x: x(count), y: y(amount) };
  };

  return {
    left,
    right,
    top,
    bottom,
    lastSeat,
    line: linePath(shown, x, y),
    jumps: jumpPath(shown, x, y),
    publishedLine: linePath(shownBefore, x, y),
    cap: capShown === null ? null : y(capShown),
    sample: seats === null ? null : at(seats),
    marks: input.marks.map(at).filter((point) => point !== null),
    seatTicks: roundTicks(lastSeat, (right - left) / 72).map((count) => ({
      at: x(count),
      seats: count,
    })),
    priceTicks: priceTicks.map((amount) => ({ at: y(amount), amount })),
  };
}

/** The seats under a horizontal place of the picture. */
export function seatsAt(plot: Plot, x: number): number {
  const share = (x - plot.left) / (plot.right - plot.left);
  return Math.min(plot.lastSeat, Math.max(1, Math.round(share * plot.lastSeat)));
}

/** The part of a curve up to a number of seats. */
function clip(curve: readonly PricePiece[], lastSeat: number): PricePiece[] {
  return curve
    .filter(({ fromSeats }) => fromSeats <= lastSeat)
    .map((piece) =>
      piece.toSeats <= lastSeat
        ? piece
        : {
            ...piece,
            toSeats: lastSeat,
            toPrice: priceOnCurve([piece], lastSeat) ?? piece.toPrice,
          },
    );
}

function priceTicksTo(highest: number, count: number): number[] {
  const ticks = roundTicks(highest, count);
  const last = ticks.at(-1) ?? 0;
  return last < highest ? [...ticks, last + roundStep(highest / Math.max(1, count))] : ticks;
}

type Scale = (value: number) => number;

function linePath(pieces: readonly PricePiece[], x: Scale, y: Scale): string {
  return pieces
    .map(
      (p) =>
        `M${round(x(p.fromSeats))} ${round(y(p.fromPrice))}L${round(x(p.toSeats))} ${round(y(p.toPrice))}`,
    )
    .join('');
}

function jumpPath(pieces: readonly PricePiece[], x: Scale, y: Scale): string {
  return pieces
    .map((piece, index) => {
      const before = pieces[index - 1];
      if (before?.toSeats !== piece.fromSeats - 1) return '';
      return `M${round(x(before.toSeats))} ${round(y(before.toPrice))}L${round(x(piece.fromSeats))} ${round(y(piece.fromPrice))}`;
    })
    .join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
