import { describe, expect, it } from 'vitest';
import {
  withHolding,
  withSegment,
} from '../../../../src/elements/pricing-editor/preview/holder.js';
import {
  dayOf,
  readSubscription,
  type SegmentText,
} from '../../../../src/elements/pricing-editor/preview/subscription.js';
import { FIRST_SAMPLE } from '../../../../src/elements/pricing-editor/sample.js';
import { policyWith } from '../../../helpers/policy.js';

const now = '2026-03-01T18:00:00.000Z';
const ZONE = 'Asia/Shanghai';
const gift = policyWith({ offer: { type: 'gift', steps: [{ minCycles: 2, days: 60 }] } });

const text = (parts: Partial<SegmentText> = {}): SegmentText => ({
  id: 1,
  seats: '10',
  startsOn: '',
  cycles: '1',
  cycle: 'year',
  value: '',
  ...parts,
});

const read = (...texts: SegmentText[]) => readSubscription(texts, gift, now, ZONE);

describe('readSubscription', () => {
  it('lets time begin now, and each further go on where the one before ends, gift included', () => {
    const { segments, faults } = read(text({ cycles: '2' }), text({ id: 2, seats: '15' }));
    expect(faults).toEqual([]);
    expect(
      segments.map(({ orderId, startsAt, endsAt, days }) => [orderId, startsAt, endsAt, days]),
    ).toEqual([
      ['1', now, '2028-04-29T18:00:00.000Z', 790],
      ['2', '2028-04-29T18:00:00.000Z', '2029-04-29T18:00:00.000Z', 365],
    ]);
  });

  it('counts whole days from a day where the reader is, at the time of day it is now', () => {
    // In Shanghai it is the second of March already.
    expect(dayOf(now, ZONE)).toBe('2026-03-02');
    expect(read(text({ startsOn: '2026-03-02' })).segments[0]?.startsAt).toBe(now);
    expect(read(text({ startsOn: '2026-02-28' })).segments[0]?.startsAt).toBe(
      '2026-02-27T18:00:00.000Z',
    );
  });

  it('takes what was paid, or what the draft would charge', () => {
    const values = (value: string) => read(text({ value })).segments[0]?.value;
    expect([values('1,000.5'), values(''), values('0')]).toEqual([100_050, 120_000, 0]);
    expect(read(text()).values.get(1)).toBe(120_000);
    expect(read(text({ seats: 'x' })).values.get(1)).toBeNull();
  });

  it('says what cannot be read, field by field, and takes no such time', () => {
    const wrong = text({ seats: '', cycles: '9', value: 'free', startsOn: '9999-12-31' });
    const { segments, faults } = read(wrong, text({ id: 2 }));
    expect(faults.map(({ id, field, code }) => [id, field, code])).toEqual([
      [1, 'seats', 'empty'],
      [1, 'cycles', 'out-of-range'],
      [1, 'value', 'not-amount'],
      [1, 'startsOn', 'not-date'],
    ]);
    expect(segments).toHaveLength(1);
  });

  it('puts the times in order, however they were typed', () => {
    const later = text({ startsOn: '2027-01-01' });
    const earlier = text({ id: 2, startsOn: '2025-01-01' });
    expect(read(later, earlier).segments.map(({ orderId }) => orderId)).toEqual(['2', '1']);
  });
});

describe('what a customer has', () => {
  const holding = (what: 'none' | 'trial' | 'paid', sample = FIRST_SAMPLE) =>
    withHolding(sample, what, gift, now, ZONE);

  it('is proposed with a hundred days left of a year, to add seats to', () => {
    const sample = holding('paid');
    const [segment] = readSubscription(sample.segments, gift, now, ZONE).segments;
    expect(sample.kind).toBe('expand');
    expect((Date.parse(segment!.endsAt) - Date.parse(now)) / 86_400_000).toBe(100);
  });

  it('keeps what was typed when one looks at a trial in between', () => {
    const paid = withSegment(holding('paid'));
    const trial = holding('trial', paid);
    expect([trial.kind, trial.holding]).toEqual(['new', 'trial']);
    expect(holding('paid', trial).segments).toEqual(paid.segments);
    expect(paid.segments.map(({ id, startsOn }) => [id, startsOn === ''])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});
