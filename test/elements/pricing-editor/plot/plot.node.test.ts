import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceCurve, priceOnCurve, quote, type Policy } from '../../../../src/domain/index.js';
import { seatsAt, type Plot } from '../../../../src/elements/pricing-editor/plot/plot.js';
import { seatRange, type RangeChoice } from '../../../../src/elements/pricing-editor/plot/range.js';
import {
  lastSeatShown,
  roundStep,
  roundTicks,
} from '../../../../src/elements/pricing-editor/plot/scale.js';
import { telltaleSeats, transition } from '../../../../src/elements/pricing-editor/plot/strokes.js';
import { policies, RUNS } from '../../../helpers/arbitraries.js';
import { policyWith } from '../../../helpers/policy.js';
import { fullPolicy } from '../draft/drafts.js';
import { linesOf, plotOf, readOff } from './plots.js';

const RANGES: RangeChoice[] = ['places', 'limits', 'near', 'all'];
const METRICS = ['order', 'seat'] as const;

/** What a buyer is quoted; null where nothing can be ordered. */
function quoted(policy: Policy, seats: number, cycles: number): number | null {
  const context = { segments: [], now: '2026-03-01T08:00:00.000Z' };
  const result = quote(policy, { kind: 'new', seats, cycles }, context);
  return result.ok ? result.quote.price : null;
}

const twoTiers = policyWith({
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 10, flatAmount: 100_000 },
      { upTo: 20, unitAmount: 20_000 },
    ],
  },
  seatLimits: { min: 4, max: null },
});

describe('the picture of a price', () => {
  it('equals the quote at every point that is drawn, and at every jump and the seats beside it', () => {
    const cases = fc.record({
      policy: policies,
      cycles: fc.integer({ min: 1, max: 5 }),
      choice: fc.constantFrom(...RANGES),
      metric: fc.constantFrom(...METRICS),
      seats: fc.integer({ min: 1, max: 80 }),
    });
    fc.assert(
      fc.property(cases, ({ policy, cycles, choice, metric, seats }) => {
        const curve = priceCurve(policy, { cycles });
        const range = seatRange(choice, [curve], seats);
        const plot = plotOf(policy, { curve, metric, range });
        for (const point of plot.draft.points) {
          expect(point.amount).toBe(quoted(policy, point.seats, cycles));
        }
        for (const place of telltaleSeats(curve)) {
          for (const near of [place - 1, place, place + 1].filter((count) => count >= 1)) {
            expect(priceOnCurve(curve, near)).toBe(quoted(policy, near, cycles));
          }
        }
        // Whatever jumps, bends or ends within the picture is a point of it.
        const drawnSeats = new Set(plot.draft.points.map((point) => point.seats));
        const inside = telltaleSeats(curve).filter((at) => at >= range.first && at <= range.last);
        for (const place of inside) expect(drawnSeats).toContain(place);
      }),
      RUNS,
    );
  });

  it('puts every point where the axes say it is', () => {
    const plot = plotOf(twoTiers);
    const read = linesOf(plot.draft.path).map(({ x1, y1, x2, y2 }) => {
      const [from, to] = [readOff(plot, { x: x1, y: y1 }), readOff(plot, { x: x2, y: y2 })];
      return [from.seats, from.value, to.seats, to.value].map((value) => Math.round(value));
    });
    const near = (value: number, wanted: number) =>
      Math.abs(value - wanted) <= Math.max(1, wanted * 0.001);
    const wanted = [
      [4, 100_000, 10, 100_000],
      // From the open dot, at a seat that still costs less, to the first seat that costs this.
      [10, 200_000, 11, 220_000],
      [11, 220_000, 20, 400_000],
    ];
    expect(read).toHaveLength(wanted.length);
    read.flat().forEach((value, index) => expect(near(value, wanted.flat()[index]!)).toBe(true));
  });

  it('stays inside its frame, in figures that are numbers, for every policy there is', () => {
    const lengths = fc.integer({ min: 1, max: 5 });
    const choices = fc.constantFrom(...RANGES);
    const metrics = fc.constantFrom(...METRICS);
    fc.assert(
      fc.property(policies, lengths, choices, metrics, (policy, cycles, choice, metric) => {
        const curve = priceCurve(policy, { cycles });
        const published = priceCurve(policy, { cycles: 1 });
        const plot = plotOf(policy, {
          curve,
          published,
          lengths: [published],
          metric,
          range: seatRange(choice, [curve, published], 30),
          seats: 30,
          marks: [{ seats: 1, label: '1' }],
          cap: 100_000,
        });
        for (const { path, jumps } of [plot.draft, plot.published, ...plot.lengths]) {
          expect(path + jumps).not.toMatch(/NaN|Infinity/);
          for (const { x1, y1, x2, y2 } of linesOf(path + jumps)) {
            for (const x of [x1, x2]) {
              expect(x).toBeGreaterThanOrEqual(plot.left - 0.01);
              expect(x).toBeLessThanOrEqual(plot.right + 0.01);
            }
            for (const y of [y1, y2]) {
              expect(y).toBeGreaterThanOrEqual(plot.top - 0.01);
              expect(y).toBeLessThanOrEqual(plot.bottom + 0.01);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('marks a jump with a closed dot where the price still holds and an open one where the next does not yet', () => {
    const plot = plotOf(twoTiers);
    const dots = plot.dots.map((dot) => [
      dot.seats,
      dot.open,
      Math.round(readOff(plot, dot).value),
    ]);
    expect(dots).toEqual([
      [10, false, 100_000],
      [10, true, 200_000],
    ]);
    expect(linesOf(plot.draft.jumps)).toHaveLength(1);
  });

  it('neither jumps nor has dots where the price only bends: at the cap, between graduated tiers', () => {
    const graduated = policyWith({
      rule: {
        type: 'tiered',
        mode: 'graduated',
        tiers: [
          { upTo: 50, unitAmount: 10_000 },
          { upTo: null, unitAmount: 8_000 },
        ],
      },
      priceCap: { amount: 805_000, per: 'order' },
      offer: { type: 'discount', steps: [{ minCycles: 1, payPercent: 87.51 }] },
    });
    const plot = plotOf(graduated);
    expect([plot.draft.jumps, plot.dots]).toEqual(['', []]);
    const [first, second, third] = priceCurve(graduated, { cycles: 1 });
    expect([transition(first, second!), transition(second, third!)]).toEqual(['bend', 'bend']);
  });

  it('leaves a gap, and says so, where nothing can be ordered', () => {
    const [first, , third] = priceCurve(fullPolicy, { cycles: 1 });
    const plot = plotOf(fullPolicy, { curve: [first!, third!] });
    expect(plot.draft.jumps).toBe('');
    const closed = plot.closed.map(({ from, to }) =>
      [from, to].map((x) => Math.round(readOff(plot, { x, y: 0 }).seats)),
    );
    expect(closed).toEqual([
      [0, 5],
      [10, 51],
      [386, 483],
    ]);
  });

  it('shows the price of a seat as it falls, not as a straight line', () => {
    const flat = policyWith({
      rule: { type: 'tiered', mode: 'volume', tiers: [{ upTo: 100, flatAmount: 100_000 }] },
    });
    const plot = plotOf(flat, { metric: 'seat' });
    expect(plot.draft.points.length).toBeGreaterThan(50);
    const ends = linesOf(plot.draft.path).map(({ x2, y2 }) => readOff(plot, { x: x2, y: y2 }));
    for (const { seats, value } of ends) {
      expect(Math.abs(value - 100_000 / seats)).toBeLessThan(500);
    }
  });

  it('puts the chosen seats on the curve, and on the ground where they cannot be ordered', () => {
    const plot = plotOf(fullPolicy, { seats: 30 });
    expect(readOff(plot, plot.sample!).value).toBeCloseTo(
      priceOnCurve(priceCurve(fullPolicy, { cycles: 1 }), 30)!,
      0,
    );
    expect(seatsAt(plot, plot.sample!.x)).toBe(30);
    expect(plotOf(fullPolicy, { seats: 2 }).sample!.y).toBe(plot.bottom);
  });

  it('shows a cap that matters and not one far above', () => {
    expect(plotOf(fullPolicy, { cap: 3_500_000 }).cap).toBeGreaterThan(0);
    expect(plotOf(policyWith({}), { cap: 10_000_000_000 }).cap).toBeNull();
    expect(plotOf(fullPolicy, { cap: 3_500_000, metric: 'seat' }).cap).toBeNull();
  });

  it('is empty but whole where nothing can be ordered', () => {
    const plot = plotOf(fullPolicy, { curve: [] });
    expect([plot.draft.path, plot.draft.jumps, plot.dots]).toEqual(['', '', []]);
    expect(plot.closed).toHaveLength(1);
    expect(plot.priceTicks.length).toBeGreaterThan(1);
  });

  it('reads seats off a place, within the frame', () => {
    const plot = plotOf(fullPolicy);
    expect(seatsAt(plot, -100)).toBe(1);
    expect(seatsAt(plot, 10_000)).toBe(plot.range.last);
  });
});

describe('a picture of very many tiers', () => {
  const steep = policyWith({
    rule: {
      type: 'tiered',
      mode: 'volume',
      tiers: Array.from({ length: 100 }, (_, index) => ({
        upTo: index + 1,
        flatAmount: index % 2 === 0 ? 100_000 + index : 900_000 + index,
      })),
    },
  });
  const all = { range: seatRange('all', [], null) };

  it('has no more lines than pixels, and no jump is lost', () => {
    const plot = plotOf(steep, all);
    const lines = linesOf(plot.draft.path + plot.draft.jumps);
    expect(lines.length).toBeLessThan(10);
    const reach = (ofPlot: Plot) => {
      const ys = linesOf(ofPlot.draft.path + ofPlot.draft.jumps).flatMap(({ y1, y2 }) => [y1, y2]);
      return [Math.min(...ys), Math.max(...ys)].map((y) => readOff(ofPlot, { x: 0, y }).value);
    };
    const [high, low] = reach(plot);
    expect(Math.abs(high! - 900_099)).toBeLessThan(100);
    expect(Math.abs(low! - 100_000)).toBeLessThan(100);
  });

  it('has dots only where they can be told apart', () => {
    const { dots } = plotOf(steep);
    const closed = dots.filter(({ open }) => !open).map(({ x }) => x);
    closed.slice(1).forEach((x, index) => expect(x - closed[index]!).toBeGreaterThanOrEqual(9));
    expect(plotOf(steep, { range: { first: 40, last: 64 } }).dots).toHaveLength(2 * 24);
  });
});

describe('the seats it shows', () => {
  const curve = priceCurve(fullPolicy, { cycles: 1 });

  it('are a quarter beyond the last place that matters, and as far as the chosen ones', () => {
    expect(lastSeatShown([curve], [])).toBe(625);
    expect(lastSeatShown([curve], [2000])).toBe(2000);
    expect(lastSeatShown([priceCurve(policyWith({}), { cycles: 1 })], [])).toBe(100);
    expect(lastSeatShown([], [])).toBe(100);
  });

  it.each<[RangeChoice, number | null, number, number]>([
    ['places', null, 0, 625],
    ['limits', null, 4, 500],
    ['limits', 700, 4, 700],
    ['limits', 2, 1, 500],
    ['near', 51, 39, 63],
    ['near', 3, 0, 24],
    ['near', null, 0, 24],
    ['all', 51, 0, 1_000_000],
  ])('of %s with %s chosen are %d to %d', (choice, seats, first, last) => {
    expect(seatRange(choice, [curve], seats)).toEqual({ first, last });
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
