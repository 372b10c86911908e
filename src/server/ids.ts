import type { Clock, IdKind, Ids } from '../billing/index.js';

const PREFIXES: Readonly<Record<IdKind, string>> = {
  order: 'SK',
  attempt: 'A',
  'payment-number': 'P',
  'refund-number': 'R',
  complaint: 'C',
};

/** 32 letters and digits, none of which is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The instant, a count within it and fifty random bits: what one process makes later sorts later, and any number of processes never agree.
 * 24 characters at most.
 */
export function createIds(clock: Clock): Ids {
  let lastMs = 0;
  let count = 0;
  return {
    next(kind) {
      // A clock that is set back must not make what comes later sort before.
      const ms = Math.max(lastMs, Date.parse(clock.now()));
      count = ms === lastMs ? count + 1 : 0;
      lastMs = ms;
      return `${PREFIXES[kind]}${digits(ms, 9)}${digits(count, 3)}${random(10)}`;
    },
  };
}

function digits(value: number, length: number): string {
  return value.toString(36).toUpperCase().padStart(length, '0');
}

function random(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}
