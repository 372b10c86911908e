import type { IdKind, Ids } from '../../billing/ports.js';
import { toMs, type SettableClock } from './clock.js';
import type { Random } from './random.js';

const PREFIXES: Readonly<Record<IdKind, string>> = {
  order: 'SK',
  attempt: 'A',
  'payment-number': 'P',
  'refund-number': 'R',
  complaint: 'C',
};

/** The instant, a count within it and four random characters: what is made later sorts later, and two tabs never agree. */
export function createIds(clock: SettableClock, random: () => Random): Ids {
  let lastMs = 0;
  let count = 0;
  const digits = (value: number, length: number): string =>
    value.toString(36).toUpperCase().padStart(length, '0');
  return {
    next(kind) {
      const ms = toMs(clock.now());
      count = ms === lastMs ? count + 1 : 0;
      lastMs = ms;
      return `${PREFIXES[kind]}${digits(ms, 9)}${digits(count, 3)}${random()(4)}`;
    },
  };
}
