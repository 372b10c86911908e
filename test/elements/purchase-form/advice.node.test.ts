import { describe, expect, it } from 'vitest';
import type { Policy, Tier } from '../../../src/domain/index.js';
import { seatAdvice, termAdvice, waysOut } from '../../../src/elements/purchase-form/advice.js';
import { compose, type Composition } from '../../../src/elements/purchase-form/composition.js';
import { factsWith, NOW, segmentWith } from './facts-of.js';

function typed(policy: Partial<Policy>, seats: number, cycles = 1): Composition {
  const draft = { seats: String(seats), cycles: String(cycles) };
  return compose(factsWith({ policy }), 'new', draft, NOW);
}

const volume = (...tiers: Tier[]): Partial<Policy> => ({
  rule: { type: 'tiered', mode: 'volume', tiers },
});

describe('seatAdvice', () => {
  const cheaperAbove = volume({ upTo: 50, unitAmount: 100 }, { upTo: null, unitAmount: 80 });

  it('is the fewest seats at the lowest price below the one that is asked', () => {
    expect(seatAdvice(typed(cheaperAbove, 45))).toMatchObject({ seats: 51, saves: 420 });
    expect(seatAdvice(typed(cheaperAbove, 40))).toBeNull();
    expect(seatAdvice(typed(cheaperAbove, 51))).toBeNull();
  });

  it('counts the discount of the length', () => {
    const offer = { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] } as const;
    const policy = { ...cheaperAbove, offer: { ...offer, steps: [...offer.steps] } };
    expect(seatAdvice(typed(policy, 50, 2))?.saves).toBe(1656);
  });

  it('is all the seats that a flat price covers, but for those already there', () => {
    const flat = volume(
      { upTo: 10, flatAmount: 5_000 },
      { upTo: 50, flatAmount: 9_000 },
      { upTo: 99, unitAmount: 300 },
    );
    expect(seatAdvice(typed(flat, 12))).toMatchObject({ seats: 50, saves: 0 });
    expect(seatAdvice(typed(flat, 50))).toBeNull();
  });

  it('keeps to the limits, and never offers all there can be', () => {
    expect(seatAdvice(typed({ ...cheaperAbove, seatLimits: { min: 1, max: 50 } }, 45))).toBeNull();
    const capped: Partial<Policy> = { priceCap: { amount: 24_000, per: 'order' } };
    expect(seatAdvice(typed(capped, 30))).toBeNull();
  });
});

describe('termAdvice', () => {
  const offer = {
    type: 'gift',
    steps: [{ minCycles: 3, days: 300 }],
  } satisfies Policy['offer'];

  it('is the next length in which a seat costs less a day, gifts counted', () => {
    const advice = termAdvice(typed({ offer }, 10));
    expect(advice).toMatchObject({ cycles: 3, take: { draft: { seats: '10', cycles: '3' } } });
    expect(termAdvice(typed({ offer }, 10, 3))).toBeNull();
  });

  it('is none where every day costs the same, or nothing can be priced', () => {
    expect(termAdvice(typed({}, 10))).toBeNull();
    expect(termAdvice(typed({ offer }, 0))).toBeNull();
  });
});

describe('waysOut', () => {
  const drafts = (composition: Composition, field: 'seats' | 'cycles' | null) =>
    waysOut(composition, field).map(({ kind, draft }) => [kind, draft.seats, draft.cycles]);

  it('leads to the nearest limit', () => {
    const seatLimits = { min: 5, max: 50 };
    expect(drafts(typed({ seatLimits }, 3), 'seats')).toEqual([['new', '5', '1']]);
    expect(drafts(typed({ seatLimits }, 99), 'seats')).toEqual([['new', '50', '1']]);
    expect(drafts(typed({ seatLimits }, 9), 'seats')).toEqual([]);
    expect(drafts(typed({}, 9, 9), 'cycles')).toEqual([['new', '9', '5']]);
  });

  it('is a renewal where an expansion cannot have fewer seats', () => {
    const facts = factsWith({ segments: [segmentWith()] });
    const fewer = compose(facts, 'expand', { seats: '12', cycles: '1' }, NOW);
    expect(drafts(fewer, 'seats')).toEqual([
      ['expand', '21', '1'],
      ['renew', '12', '1'],
    ]);
  });

  it('is a renewal alone where no seats can be added any more', () => {
    const facts = factsWith({
      segments: [segmentWith()],
      policy: { seatLimits: { min: 1, max: 20 } },
    });
    const most = compose(facts, 'expand', { seats: '20', cycles: '1' }, NOW);
    expect(drafts(most, 'seats')).toEqual([['renew', '20', '1']]);
  });

  it('is a renewal where the unit of the time has changed', () => {
    const facts = factsWith({
      segments: [segmentWith()],
      policy: { cycle: 'month', expansion: 'co-term' },
    });
    const other = compose(facts, 'expand', { seats: '30', cycles: '1' }, NOW);
    expect(drafts(other, null)).toEqual([['renew', '30', '1']]);
  });
});
