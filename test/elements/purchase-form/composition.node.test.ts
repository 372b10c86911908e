import { describe, expect, it } from 'vitest';
import { compose, fieldOf } from '../../../src/elements/purchase-form/composition.js';
import { likelyDraft, readDraft } from '../../../src/elements/purchase-form/draft.js';
import { policyWith } from '../../helpers/policy.js';
import { factsWith, NOW, segmentWith } from './facts-of.js';

const NO_WISH = { seats: null, cycles: null };

describe('likelyDraft', () => {
  it('begins with the smallest order, or the seats in use where they are reported', () => {
    const policy = { seatLimits: { min: 5, max: null } };
    expect(likelyDraft(factsWith({ policy }), 'new', NOW, NO_WISH)).toEqual({
      seats: '5',
      cycles: '1',
    });
    const used = factsWith({ policy, seatsInUse: 17 });
    expect(likelyDraft(used, 'new', NOW, NO_WISH).seats).toBe('17');
  });

  it('renews the seats of the segment with the latest end', () => {
    const facts = factsWith({
      segments: [segmentWith(), segmentWith({ seats: 12, endsAt: '2028-01-01T00:00:00.000Z' })],
    });
    expect(likelyDraft(facts, 'renew', NOW, NO_WISH).seats).toBe('12');
  });

  it('expands by at least one seat beyond all that is live', () => {
    const facts = factsWith({ segments: [segmentWith()] });
    expect(likelyDraft(facts, 'expand', NOW, NO_WISH).seats).toBe('21');
  });

  it('lets the host wish, also for what cannot be ordered', () => {
    const draft = likelyDraft(factsWith(), 'new', NOW, { seats: 0, cycles: 3 });
    expect(draft).toEqual({ seats: '0', cycles: '3' });
  });
});

describe('readDraft', () => {
  const policy = policyWith({});

  it('understands what people paste', () => {
    expect(readDraft({ seats: ' 1,000 ', cycles: '２' }, 'new', policy).request).toEqual({
      kind: 'new',
      seats: 1000,
      cycles: 2,
    });
  });

  it.each([
    ['', 'empty'],
    ['1.5', 'not-integer'],
    ['-3', 'negative'],
    ['1e9', 'not-number'],
    ['一百', 'not-number'],
  ])('refuses %s as %s and asks for nothing', (seats, fault) => {
    const reading = readDraft({ seats, cycles: '1' }, 'new', policy);
    expect(reading).toMatchObject({ request: null, seats: null, seatsFault: fault });
  });

  it('leaves the length out of a co-term expansion, whatever is in its field', () => {
    const coTerm = policyWith({ expansion: 'co-term' });
    expect(readDraft({ seats: '30', cycles: 'x' }, 'expand', coTerm)).toMatchObject({
      request: { kind: 'expand', seats: 30 },
      cyclesFault: null,
    });
    expect(readDraft({ seats: '30', cycles: 'x' }, 'expand', policy).request).toBeNull();
  });
});

describe('compose', () => {
  it('prices the example of the guide: an expansion with credit', () => {
    const facts = factsWith({
      policy: { offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] } },
      segments: [
        segmentWith({
          startsAt: '2025-06-09T08:00:00.000Z',
          endsAt: '2026-06-09T08:00:00.000Z',
          value: 100_000,
        }),
      ],
      version: 7,
    });
    const { quote, standing, terms } = compose(facts, 'expand', { seats: '30', cycles: '2' }, NOW);
    expect(quote).toMatchObject({ policyVersion: 7, payable: 720_000 - 72_000 - 27_397 });
    expect(standing).toEqual({ seats: 20, endsAt: '2026-06-09T08:00:00.000Z' });
    expect(terms[1]).toMatchObject({ cycles: 2, payPercent: 90, saves: 72_000, giftDays: 0 });
  });

  it('has no length to choose for a co-term expansion', () => {
    const facts = factsWith({ policy: { expansion: 'co-term' }, segments: [segmentWith()] });
    const { terms, quote } = compose(facts, 'expand', { seats: '30', cycles: '1' }, NOW);
    expect(terms).toEqual([]);
    expect(quote).toMatchObject({ cycles: 0, endsAt: '2027-01-01T00:00:00.000Z' });
  });

  it('says what is forfeited and what ends earlier', () => {
    const facts = factsWith({
      policy: { priceCap: { amount: 100_000, per: 'order' } },
      segments: [segmentWith({ endsAt: '2029-01-01T00:00:00.000Z', days: 1096, termDays: 1096 })],
    });
    const { forfeit, quote } = compose(facts, 'expand', { seats: '21', cycles: '1' }, NOW);
    expect(quote?.payable).toBe(0);
    expect(forfeit?.creditForfeited).toBeGreaterThan(0);
    expect(forfeit?.endsEarlierDays).toBe(672);
  });

  it('keeps every violation, and knows the field of each', () => {
    const facts = factsWith({ policy: { seatLimits: { min: 5, max: 500 } } });
    const { quote, violations } = compose(facts, 'new', { seats: '501', cycles: '9' }, NOW);
    expect(quote).toBeNull();
    expect(violations.map((each) => [each.code, fieldOf(each)])).toEqual([
      ['seats-above-maximum', 'seats'],
      ['cycles-out-of-range', 'cycles'],
    ]);
    expect(fieldOf({ code: 'not-integer', field: 'cycles' })).toBe('cycles');
    expect(fieldOf({ code: 'cycle-changed', cycle: 'month' })).toBeNull();
  });

  it('shows what lengths bring though the seats cannot be ordered', () => {
    const facts = factsWith({
      policy: { offer: { type: 'gift', steps: [{ minCycles: 2, days: 60 }] } },
    });
    const { terms } = compose(facts, 'new', { seats: 'x', cycles: '1' }, NOW);
    expect(terms.map(({ giftDays }) => giftDays)).toEqual([0, 60, 60, 60, 60]);
  });
});
