import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/domain/policy/types.js';
import { priceCurve, priceOnCurve } from '../../../src/domain/pricing/curve.js';
import { quote } from '../../../src/domain/pricing/quote.js';
import { policies, RUNS, seatCounts } from '../../helpers/arbitraries.js';
import { policyWith } from '../../helpers/policy.js';

/** What a purchase costs; null where it cannot be made. */
function priceQuoted(policy: Policy, seats: number, cycles: number): number | null {
  const context = { segments: [], now: '2026-03-01T08:00:00.000Z' };
  const result = quote(policy, { kind: 'new', seats, cycles }, context);
  return result.ok ? result.quote.price : null;
}

describe('the price curve', () => {
  test('of one price per seat is one piece over all seats', () => {
    expect(
      priceCurve(policyWith({ rule: { type: 'per-seat', unitAmount: 100 } }), { cycles: 2 }),
    ).toEqual([
      {
        fromSeats: 1,
        toSeats: 1_000_000,
        fromPrice: 200,
        toPrice: 200_000_000,
        base: 0,
        perSeat: 200,
        payPercent: 100,
      },
    ]);
  });

  test('jumps at a volume tier and bends at the cap', () => {
    const policy = policyWith({
      rule: {
        type: 'tiered',
        mode: 'volume',
        tiers: [
          { upTo: 50, flatAmount: 500_000 },
          { upTo: null, unitAmount: 9000 },
        ],
      },
      priceCap: { amount: 900_000, per: 'order' },
    });
    const points = priceCurve(policy, { cycles: 1 }).map(
      ({ fromSeats, fromPrice, toSeats, toPrice }) => [fromSeats, fromPrice, toSeats, toPrice],
    );
    expect(points).toEqual([
      [1, 500_000, 50, 500_000],
      [51, 459_000, 99, 891_000],
      [100, 900_000, 1_000_000, 900_000],
    ]);
  });

  test('has no piece outside the seat limits and the tiers', () => {
    const policy = policyWith({
      rule: { type: 'tiered', mode: 'graduated', tiers: [{ upTo: 80, unitAmount: 10 }] },
      seatLimits: { min: 5, max: 500 },
    });
    const curve = priceCurve(policy, { cycles: 1 });
    expect(curve).toMatchObject([{ fromSeats: 5, toSeats: 80 }]);
    expect([4, 5, 80, 81].map((seats) => priceOnCurve(curve, seats))).toEqual([
      null,
      50,
      800,
      null,
    ]);
  });

  test('stops where the amount is out of range, and goes on where a cheaper tier is not', () => {
    const policy = policyWith({
      rule: {
        type: 'tiered',
        mode: 'volume',
        tiers: [
          { upTo: 500_000, unitAmount: 100_000_000 },
          { upTo: null, unitAmount: 1 },
        ],
      },
    });
    expect(priceCurve(policy, { cycles: 1 })).toMatchObject([
      { fromSeats: 1, toSeats: 10_000, toPrice: 1_000_000_000_000 },
      { fromSeats: 500_001, toSeats: 1_000_000, toPrice: 1_000_000 },
    ]);
  });

  test('does not break where two tiers go on at the same price', () => {
    const tiers = [
      { upTo: 10, unitAmount: 100 },
      { upTo: null, unitAmount: 100 },
    ];
    for (const mode of ['volume', 'graduated'] as const) {
      const policy = policyWith({ rule: { type: 'tiered', mode, tiers } });
      expect(priceCurve(policy, { cycles: 1 })).toHaveLength(1);
    }
  });

  test.each([0, 6, 1.5, NaN])('is empty for %d years, which nobody can order', (cycles) => {
    expect(priceCurve(policyWith({}), { cycles })).toEqual([]);
  });

  test('agrees with the quote at every seat, above all where it breaks', () => {
    const cycles = fc.integer({ min: 1, max: 5 });
    const samples = fc.array(seatCounts, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(policies, cycles, samples, (policy, length, random) => {
        const curve = priceCurve(policy, { cycles: length });
        const breaks = curve.flatMap(({ fromSeats, toSeats }) => [
          fromSeats - 1,
          fromSeats,
          toSeats,
          toSeats + 1,
        ]);
        for (const seats of [...breaks, ...random]) {
          expect(priceOnCurve(curve, seats)).toBe(priceQuoted(policy, seats, length));
        }
        for (const { fromSeats, fromPrice, toSeats, toPrice } of curve) {
          expect([fromPrice, toPrice]).toEqual([
            priceQuoted(policy, fromSeats, length),
            priceQuoted(policy, toSeats, length),
          ]);
        }
      }),
      RUNS,
    );
  });

  test('has rising pieces that do not overlap', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        let last = 0;
        for (const { fromSeats, toSeats } of priceCurve(policy, { cycles: 1 })) {
          expect(fromSeats).toBeGreaterThan(last);
          expect(toSeats).toBeGreaterThanOrEqual(fromSeats);
          last = toSeats;
        }
      }),
      RUNS,
    );
  });
});
