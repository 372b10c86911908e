import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentNotice } from 'seatkit/backend';
import type { SimulatedPayment, SimulatedPayments } from 'seatkit/server';

/** What the demo's server keeps beside the books: its clock, what its gateway knows, and whom it told what. */
interface Kept {
  seeded: boolean;
  /** How far the clock has been moved, in milliseconds. */
  offset: number;
  payments: Record<string, SimulatedPayment>;
  /** Numbers of transfers that only the operator sees arriving. */
  unseen: string[];
  notices: SentNotice[];
  /** When each refund is over, by its number. */
  refunds: Record<string, string>;
}

const NOTHING: Kept = {
  seeded: false,
  offset: 0,
  payments: {},
  unseen: [],
  notices: [],
  refunds: {},
};

/** A small file in a folder, written at every change. */
export interface Keeper {
  read(): Readonly<Kept>;
  change(part: Partial<Kept>): void;
  readonly payments: SimulatedPayments;
}

export function keepIn(folder: string): Keeper {
  const file = join(folder, 'demo.json');
  mkdirSync(folder, { recursive: true });
  let kept = load(file);
  const change = (part: Partial<Kept>): void => {
    kept = { ...kept, ...part };
    writeFileSync(`${file}.new`, JSON.stringify(kept));
    renameSync(`${file}.new`, file);
  };
  return {
    read: () => kept,
    change,
    payments: {
      get: (number) => Promise.resolve(kept.payments[number] ?? null),
      put(payment) {
        change({ payments: { ...kept.payments, [payment.number]: payment } });
        return Promise.resolve();
      },
    },
  };
}

function load(file: string): Kept {
  try {
    return { ...NOTHING, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>) };
  } catch {
    return NOTHING;
  }
}
