import { describe, expect, it } from 'vitest';
import { kindsFor, obstacleOf, standingAt } from '../../../src/elements/purchase-form/facts.js';
import { order } from '../../helpers/canned-shapes.js';
import { factsWith, NOW, segmentWith } from './facts-of.js';

describe('obstacleOf', () => {
  const facts = factsWith();

  it('lets an administrator of a launched, priced app buy', () => {
    expect(obstacleOf(facts)).toBeNull();
  });

  it('tells members apart from others who may not buy', () => {
    const as = (role: 'member' | 'provider' | 'operator') => ({
      ...facts,
      session: { ...facts.session, role },
    });
    expect(obstacleOf(as('member'))).toBe('member');
    expect(obstacleOf(as('provider'))).toBe('not-buyer');
    expect(obstacleOf(as('operator'))).toBe('not-buyer');
  });

  it('names the most basic obstacle first', () => {
    const notLaunched = {
      ...facts,
      refunding: order,
      installation: { ...facts.installation, launchedAt: null },
    };
    expect(obstacleOf({ ...notLaunched, published: null })).toBe('no-policy');
    expect(obstacleOf(notLaunched)).toBe('not-launched');
    expect(obstacleOf({ ...facts, refunding: order })).toBe('refund-under-way');
  });
});

describe('kindsFor', () => {
  it('sells anew to who never bought', () => {
    expect(kindsFor(factsWith(), NOW)).toEqual(['new']);
  });

  it('expands and renews what is live, renewing first when the end is near', () => {
    const live = factsWith({ segments: [segmentWith()] });
    expect(kindsFor(live, NOW)).toEqual(['expand', 'renew']);
    expect(kindsFor(live, '2026-12-15T00:00:00.000Z')).toEqual(['renew', 'expand']);
  });

  it('expands first whoever uses more seats than were bought', () => {
    const crowded = factsWith({ segments: [segmentWith()], seatsInUse: 23 });
    expect(kindsFor(crowded, '2026-12-15T00:00:00.000Z')).toEqual(['expand', 'renew']);
  });

  it('renews or sells anew at the very instant of the end', () => {
    const ended = factsWith({ segments: [segmentWith()] });
    expect(kindsFor(ended, '2027-01-01T00:00:00.000Z')).toEqual(['renew', 'new']);
  });
});

describe('standingAt', () => {
  it('has the seats of the first live segment and the end of the last', () => {
    const stacked = [
      segmentWith({
        seats: 30,
        startsAt: '2027-01-01T00:00:00.000Z',
        endsAt: '2028-01-01T00:00:00.000Z',
      }),
      segmentWith(),
      segmentWith({
        seats: 9,
        startsAt: '2025-01-01T00:00:00.000Z',
        endsAt: '2026-01-01T00:00:00.000Z',
      }),
    ];
    expect(standingAt(stacked, NOW)).toEqual({ seats: 20, endsAt: '2028-01-01T00:00:00.000Z' });
    expect(standingAt(stacked, '2028-01-01T00:00:00.000Z')).toBeNull();
  });
});
