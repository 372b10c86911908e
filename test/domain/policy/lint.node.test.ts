import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPolicy } from '../../../src/domain/policy/lint.js';
import type { Policy, PolicyWarning, Tier } from '../../../src/domain/policy/types.js';
import { priceOf } from '../../../src/domain/pricing/price.js';
import { maxCycles, termDays } from '../../../src/domain/pricing/term.js';
import { policies } from '../../helpers/arbitraries.js';
import { smallPolicies } from '../../helpers/arbitraries-policy.js';

const plain: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: null },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: null,
  seatLimits: null,
  priceCap: null,
  expansion: 'new-term',
};

const lint = (over: Partial<Policy>) => lintPolicy({ ...plain, ...over });

const tiered = (mode: 'volume' | 'graduated', ...tiers: Tier[]): Partial<Policy> => ({
  rule: { type: 'tiered', mode, tiers },
});

const discounts = (...steps: [number, number][]): Partial<Policy> => ({
  offer: {
    type: 'discount',
    steps: steps.map(([minCycles, payPercent]) => ({ minCycles, payPercent })),
  },
});

const gifts = (...steps: [number, number][]): Partial<Policy> => ({
  offer: { type: 'gift', steps: steps.map(([minCycles, days]) => ({ minCycles, days })) },
});

describe('lintPolicy: seats', () => {
  it('has nothing to say about a plain price', () => {
    expect(lint({})).toEqual([]);
  });

  it('sees that 51 seats are cheaper than 50', () => {
    const policy = tiered(
      'volume',
      { upTo: 50, unitAmount: 10_000 },
      { upTo: null, unitAmount: 9_000 },
    );
    expect(lint(policy)).toEqual([
      {
        code: 'more-seats-cheaper',
        path: 'rule.tiers[1]',
        seats: 51,
        cycles: 1,
        amount: 459_000,
        amountBefore: 500_000,
      },
    ]);
    expect(lint({ ...policy, seatLimits: { min: 51, max: null } })).toEqual([
      { code: 'tier-never-applies', path: 'rule.tiers[0]', seats: 1 },
    ]);
  });

  it('sees it for more cycles where a cap per cycle hides it for one', () => {
    const policy = {
      ...tiered('volume', { upTo: 1, flatAmount: 11_000 }, { upTo: 2, flatAmount: 10_500 }),
      ...discounts([2, 90]),
      priceCap: { amount: 10_000, per: 'cycle' as const },
    };
    expect(lint(policy)).toContainEqual({
      code: 'more-seats-cheaper',
      path: 'rule.tiers[1]',
      seats: 2,
      cycles: 2,
      amount: 18_900,
      amountBefore: 19_800,
    });
  });

  it('compares only seats that can both be ordered', () => {
    const dear = { upTo: 20_000, unitAmount: 100_000_000 };
    expect(lint(tiered('volume', dear, { upTo: null, unitAmount: 1 }))).toEqual([]);
  });

  it('never sees it where each tier prices its own seats', () => {
    expect(
      lint(tiered('graduated', { upTo: 50, unitAmount: 10_000 }, { upTo: null, unitAmount: 1 })),
    ).toEqual([]);
  });

  it('counts a lower tier as used where its seats are priced by it', () => {
    const tiers: Tier[] = [
      { upTo: 50, unitAmount: 1 },
      { upTo: null, unitAmount: 1 },
    ];
    const seatLimits = { min: 51, max: 60 };
    expect(lint({ ...tiered('graduated', ...tiers), seatLimits })).toEqual([]);
  });

  it('sees tiers beyond the limits, beyond the seats and beyond the amounts of any order', () => {
    const cut = tiered('volume', { upTo: 10, unitAmount: 1 }, { upTo: null, unitAmount: 1 });
    expect(lint({ ...cut, seatLimits: { min: null, max: 10 } })).toEqual([
      { code: 'tier-never-applies', path: 'rule.tiers[1]', seats: 11 },
    ]);
    expect(
      lint(tiered('graduated', { upTo: 1_000_000, unitAmount: 1 }, { upTo: null, unitAmount: 1 })),
    ).toEqual([{ code: 'tier-never-applies', path: 'rule.tiers[1]', seats: 1_000_001 }]);
    expect(
      lint(
        tiered('volume', { upTo: 20_000, unitAmount: 1 }, { upTo: null, unitAmount: 100_000_000 }),
      ),
    ).toEqual([{ code: 'tier-never-applies', path: 'rule.tiers[1]', seats: 20_001 }]);
  });

  it('sees what costs nothing', () => {
    expect(lint({ rule: { type: 'per-seat', unitAmount: 0 } })).toEqual([
      { code: 'price-zero', path: 'rule.unitAmount', seats: 1 },
    ]);
    expect(
      lint(tiered('graduated', { upTo: 5, flatAmount: 0 }, { upTo: null, unitAmount: 1 })),
    ).toEqual([{ code: 'price-zero', path: 'rule.tiers[0].flatAmount', seats: 1 }]);
    expect(lint({ priceCap: { amount: 0, per: 'order' } })).toEqual([
      { code: 'price-zero', path: 'priceCap.amount', seats: 1 },
      { code: 'cap-below-smallest-price', path: 'priceCap.amount', amount: 0, smallest: 12_000 },
    ]);
  });
});

describe('lintPolicy: terms', () => {
  it('sees it where rounding hides it at the fewest seats', () => {
    // Eleven months at 90 %: 9.9 and 10 for a seat, 99 and 100 for ten.
    const tiny: Partial<Policy> = {
      cycle: 'month',
      rule: { type: 'per-seat', unitAmount: 1 },
      seatLimits: { min: null, max: 10 },
    };
    expect(lint({ ...tiny, ...discounts([11, 90]) })).toContainEqual({
      code: 'longer-term-cheaper',
      path: 'offer.steps[0]',
      cycles: 11,
      cyclesBefore: 10,
      seats: 10,
      amount: 99,
      amountBefore: 100,
    });
  });

  it('sees a longer term that costs less in all', () => {
    expect(lint(discounts([3, 100], [4, 70]))).toEqual([
      { code: 'step-never-applies', path: 'offer.steps[0]', cycles: 3 },
      {
        code: 'longer-term-cheaper',
        path: 'offer.steps[1]',
        cycles: 4,
        cyclesBefore: 3,
        seats: 1,
        amount: 33_600,
        amountBefore: 36_000,
      },
    ]);
  });

  it('sees a longer term with a worse rate', () => {
    expect(lint(discounts([2, 80], [3, 90]))).toEqual([
      {
        code: 'longer-term-worse-rate',
        path: 'offer.steps[1]',
        cycles: 3,
        cyclesBefore: 2,
        seats: 1,
      },
    ]);
    expect(lint(gifts([2, 60]))).toEqual([
      {
        code: 'longer-term-worse-rate',
        path: 'offer.steps[0]',
        cycles: 3,
        cyclesBefore: 2,
        seats: 1,
      },
    ]);
    expect(lint(gifts([2, 60], [3, 90], [4, 120], [5, 150]))).toEqual([]);
  });

  it('takes no rounding for a worse rate', () => {
    expect(lint({ rule: { type: 'per-seat', unitAmount: 999 }, ...discounts([2, 90]) })).toEqual(
      [],
    );
  });

  it('sees steps beyond what one order may buy', () => {
    expect(lint(discounts([5, 90], [6, 80]))).toEqual([
      { code: 'step-never-applies', path: 'offer.steps[1]', cycles: 6 },
    ]);
    expect(lint({ cycle: 'month', ...discounts([58, 99], [59, 80]) })).toEqual([
      { code: 'step-never-applies', path: 'offer.steps[1]', cycles: 59 },
    ]);
    expect(lint({ cycle: 'month', ...gifts([58, 0]) })).toEqual([
      { code: 'step-never-applies', path: 'offer.steps[0]', cycles: 58 },
    ]);
  });

  it('sees a step that only amounts beyond any order would reach', () => {
    const dear = { rule: { type: 'per-seat' as const, unitAmount: 100_000_000 } };
    expect(lint({ ...dear, seatLimits: { min: 3_000, max: null }, ...discounts([4, 90]) })).toEqual(
      [{ code: 'step-never-applies', path: 'offer.steps[0]', cycles: 4 }],
    );
  });
});

describe('lintPolicy: limits and cap', () => {
  it('sees limits that bind nothing', () => {
    expect(lint({ seatLimits: { min: 1, max: 1_000_000 } })).toEqual([
      { code: 'limit-never-applies', path: 'seatLimits.min', seats: 1 },
      { code: 'limit-never-applies', path: 'seatLimits.max', seats: 1_000_000 },
    ]);
    const closed = tiered('volume', { upTo: 50, unitAmount: 1 });
    expect(lint({ ...closed, seatLimits: { min: 2, max: 51 } })).toEqual([
      { code: 'limit-never-applies', path: 'seatLimits.max', seats: 51 },
    ]);
    expect(lint({ ...closed, seatLimits: { min: 2, max: 50 } })).toEqual([]);
  });

  it('blames the lower limit alone when nothing can be ordered', () => {
    const policy = { ...tiered('volume', { upTo: 50, unitAmount: 1 }), ...discounts([2, 90]) };
    expect(lint({ ...policy, seatLimits: { min: 51, max: null } })).toEqual([
      { code: 'limit-never-applies', path: 'seatLimits.min', seats: 51 },
    ]);
  });

  it('says from how many seats on the cap is reached', () => {
    expect(lint({ priceCap: { amount: 6_500_000, per: 'order' } })).toEqual([
      { code: 'cap-reached', path: 'priceCap.amount', seats: 542, amount: 6_500_000 },
    ]);
    expect(
      lint({ priceCap: { amount: 6_500_000, per: 'order' }, seatLimits: { min: 5, max: 500 } }),
    ).toEqual([]);
  });

  it('says so only for seats from which on it stays so', () => {
    const policy = tiered('volume', { upTo: 50, flatAmount: 500 }, { upTo: null, unitAmount: 4 });
    expect(lint({ ...policy, priceCap: { amount: 400, per: 'order' } })).toEqual([
      {
        code: 'more-seats-cheaper',
        path: 'rule.tiers[1]',
        seats: 51,
        cycles: 1,
        amount: 204,
        amountBefore: 400,
      },
      { code: 'cap-reached', path: 'priceCap.amount', seats: 100, amount: 400 },
    ]);
  });

  it('sees a cap below every price', () => {
    expect(lint({ priceCap: { amount: 11_999, per: 'cycle' } })).toEqual([
      {
        code: 'cap-below-smallest-price',
        path: 'priceCap.amount',
        amount: 11_999,
        smallest: 12_000,
      },
    ]);
    expect(lint({ priceCap: { amount: 11_999, per: 'cycle' }, ...discounts([2, 90]) })).toEqual([
      { code: 'cap-reached', path: 'priceCap.amount', seats: 1, amount: 11_999 },
    ]);
  });
});

/** Everything the warnings claim, found by trying every order there is. */
function tried(policy: Policy) {
  const { rule, seatLimits, offer } = policy;
  const last = rule.type === 'tiered' ? (rule.tiers.at(-1)?.upTo ?? 1_000_000) : 1_000_000;
  const from = seatLimits?.min ?? 1;
  const to = Math.min(last, seatLimits?.max ?? 1_000_000);
  const seats = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const terms = Array.from({ length: maxCycles(policy.cycle) }, (_, index) => index + 1);
  const price = (count: number, cycles: number) => priceOf(policy, count, cycles).price;
  const uncapped = (count: number, cycles: number) =>
    priceOf({ ...policy, priceCap: null }, count, cycles).price;
  const dearerByDay = (count: number, cycles: number) =>
    price(count, cycles) * termDays(policy, cycles - 1) >
    price(count, cycles - 1) * termDays(policy, cycles);
  const worse = terms.slice(1).filter((c) => seats.some((s) => dearerByDay(s, c)));
  const stepOf = (cycles: number) => offer?.steps.findLastIndex((s) => s.minCycles <= cycles) ?? -1;
  const capped =
    seats.filter((s) => price(s, 1) < (policy.priceCap?.amount ?? 0)).at(-1) ?? from - 1;
  return {
    cheaperSeats: seats.slice(1).filter((s) => terms.some((c) => price(s, c) < price(s - 1, c))),
    cheaperTerms: terms.slice(1).filter((c) => seats.some((s) => price(s, c) < price(s, c - 1))),
    worseRates: worse.filter((c) => worse.find((other) => stepOf(other) === stepOf(c)) === c),
    free: seats.some((s) => price(s, 1) === 0),
    belowAll:
      policy.priceCap !== null &&
      seats.every((s) => terms.every((c) => price(s, c) < uncapped(s, c))),
    cappedFrom: policy.priceCap !== null && capped < to ? capped + 1 : null,
  };
}

describe('lintPolicy: properties', () => {
  it('finds what trying every order finds', () => {
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const warnings = lintPolicy(policy);
        const of = <C extends PolicyWarning['code']>(code: C) =>
          warnings.filter((w): w is Extract<PolicyWarning, { code: C }> => w.code === code);
        const found = tried(policy);
        expect(of('more-seats-cheaper').map((w) => w.seats)).toEqual(found.cheaperSeats);
        expect(of('longer-term-cheaper').map((w) => w.cycles)).toEqual(found.cheaperTerms);
        expect(of('longer-term-worse-rate').map((w) => w.cycles)).toEqual(found.worseRates);
        expect(of('price-zero').length > 0).toBe(found.free);
        expect(of('cap-below-smallest-price').length > 0).toBe(found.belowAll);
        if (!found.belowAll) expect(of('cap-reached')[0]?.seats ?? null).toBe(found.cappedFrom);
        for (const w of of('longer-term-cheaper')) {
          expect(priceOf(policy, w.seats, w.cycles).price).toBe(w.amount);
          expect(priceOf(policy, w.seats, w.cyclesBefore).price).toBe(w.amountBefore);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same twice and never throws', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(lintPolicy(structuredClone(policy))).toEqual(lintPolicy(policy));
      }),
      { numRuns: 1000 },
    );
  });
});
