import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceCurve, priceOnCurve, type Policy } from '../../../../src/domain/index.js';
import {
  layOutPlot,
  seatsAt,
  type Plot,
  type PlotInput,
} from '../../../../src/elements/pricing-editor/plot/plot.js';
import {
  lastSeatShown,
  roundStep,
  roundTicks,
} from '../../../../src/elements/pricing-editor/plot/scale.js';
import { policies } from '../../../helpers/arbitraries.js';
import { policyWith } from '../../../helpers/policy.js';
import { fullPolicy } from '../draft/drafts.js';

const SIZE = { width: 640, height: 240 };

function plotOf(policy: Policy, rest: Partial<PlotInput> = {}): Plot {
  const curve = priceCurve(policy, { cycles: 1 });
  return layOutPlot({ curve, published: [], cap: null, seats: null, marks: [], ...SIZE, ...rest });
}

/** The ends of each stroke, in seats and prices again. */
function strokes(plot: Plot, path = plot.line): number[][] {
  const most = plot.priceTicks.at(-1)!.amount;
  const seats = (x: number) => ((x - plot.left) / (plot.right - plot.left)) * plot.lastSeat;
  const price = (y: number) => ((plot.bottom - y) / (plot.bottom - plot.top)) * most;
  return [...path.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map(([, x1, y1, x2, y2]) => [
    seats(Number(x1)),
    price(Number(y1)),
    seats(Number(x2)),
    price(Number(y2)),
  ]);
}

describe('the picture of a price', () => {
  it('has a stroke for every piece, exact at both ends', () => {
    const plot = plotOf(fullPolicy);
    const pixels = { seats: plot.lastSeat / 500, price: plot.priceTicks.at(-1)!.amount / 10_000 };
    const expected = priceCurve(fullPolicy, { cycles: 1 }).map((p) => [
      p.fromSeats,
      p.fromPrice,
      Math.min(p.toSeats, plot.lastSeat),
      p.toPrice,
    ]);
    strokes(plot).forEach((stroke, index) => {
      stroke.forEach((value, at) => {
        const tolerance = at % 2 === 0 ? pixels.seats : pixels.price;
        expect(Math.abs(value - expected[index]![at]!)).toBeLessThan(tolerance);
      });
    });
    expect(strokes(plot)).toHaveLength(expected.length);
  });

  it('stays inside its frame, in figures that are numbers, for every policy there is', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 5 }), (policy, cycles) => {
        const curve = priceCurve(policy, { cycles });
        const plot = plotOf(policy, { curve, seats: 30, marks: [1, 50], cap: 100_000 });
        expect(plot.line).not.toMatch(/NaN|Infinity/);
        const numbers = `${plot.line}${plot.jumps}`.match(/-?[\d.]+/g) ?? [];
        numbers.map(Number).forEach((value, index) => {
          const [low, high] = index % 2 === 0 ? [plot.left, plot.right] : [plot.top, plot.bottom];
          expect(value).toBeGreaterThanOrEqual(low - 0.01);
          expect(value).toBeLessThanOrEqual(high + 0.01);
        });
      }),
    );
  });

  it('joins pieces that follow each other, and leaves a gap where nothing can be ordered', () => {
    const joined = plotOf(fullPolicy);
    const pieces = priceCurve(fullPolicy, { cycles: 1 }).length;
    expect(strokes(joined, joined.jumps)).toHaveLength(pieces - 1);
    const [first, , third] = priceCurve(fullPolicy, { cycles: 1 });
    const apart = plotOf(fullPolicy, { curve: [first!, third!] });
    expect(apart.jumps).toBe('');
  });

  it('puts the sample on the curve, and nowhere when it cannot be ordered', () => {
    const plot = plotOf(fullPolicy, { seats: 30 });
    const curve = priceCurve(fullPolicy, { cycles: 1 });
    const most = plot.priceTicks.at(-1)!.amount;
    const price = ((plot.bottom - plot.sample!.y) / (plot.bottom - plot.top)) * most;
    expect(price).toBeCloseTo(priceOnCurve(curve, 30)!, 0);
    expect(seatsAt(plot, plot.sample!.x)).toBe(30);
    expect(plotOf(fullPolicy, { seats: 2 }).sample).toBeNull();
  });

  it('shows a cap that matters and not one far above', () => {
    expect(plotOf(fullPolicy, { cap: 3_500_000 }).cap).toBeGreaterThan(0);
    expect(plotOf(policyWith({}), { cap: 10_000_000_000 }).cap).toBeNull();
  });

  it('is empty but whole where nothing can be ordered', () => {
    const plot = plotOf(fullPolicy, { curve: [] });
    expect([plot.line, plot.jumps, plot.sample]).toEqual(['', '', null]);
    expect(plot.priceTicks.length).toBeGreaterThan(1);
  });

  it('reads seats off a place, within the frame', () => {
    const plot = plotOf(fullPolicy);
    expect(seatsAt(plot, -100)).toBe(1);
    expect(seatsAt(plot, 10_000)).toBe(plot.lastSeat);
  });
});

describe('how far it reaches', () => {
  it('is a quarter beyond the last place that matters, and as far as the sample', () => {
    const curve = priceCurve(fullPolicy, { cycles: 1 });
    expect(lastSeatShown([curve], [])).toBe(625);
    expect(lastSeatShown([curve], [2000])).toBe(2000);
    expect(lastSeatShown([priceCurve(policyWith({}), { cycles: 1 })], [])).toBe(100);
    expect(lastSeatShown([], [])).toBe(100);
  });
});

describe('round numbers', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [11, 20],
    [900, 1000],
    [50_000, 50_000],
  ])('the step from %d is %d', (least, step) => expect(roundStep(least)).toBe(step));

  it('go from 0 in even steps', () => {
    expect(roundTicks(95, 5)).toEqual([0, 20, 40, 60, 80]);
    expect(roundTicks(0, 5)).toEqual([0]);
  });
});
