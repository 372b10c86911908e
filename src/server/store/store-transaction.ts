import type { StoreTransaction } from '../../billing/index.js';
import { installationsPart } from './installations-part.js';
import { jobsPart } from './jobs-part.js';
import { ordersPart } from './orders-part.js';
import { recordsPart } from './records-part.js';
import type { Scope } from './scope.js';

const WRITES = /^(put|add|delete|claim|lock)/;

/** Billing's transaction over one of the database. */
export function storeTransaction(scope: Scope): StoreTransaction {
  const parts = {
    ...installationsPart(scope),
    ...ordersPart(scope),
    ...jobsPart(scope),
    ...recordsPart(scope),
  };
  if (scope.mode === 'write') return parts;
  const reading = Object.entries(parts).map(([name, call]): [string, unknown] =>
    WRITES.test(name) ? [name, refuseToWrite] : [name, call],
  );
  return Object.fromEntries<unknown>(reading) as unknown as StoreTransaction;
}

function refuseToWrite(): Promise<never> {
  return Promise.reject(new TypeError('A read transaction cannot write'));
}
