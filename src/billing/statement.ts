import type { PaymentAttempt } from '../contract/index.js';
import { DAY_MS, type Instant } from '../domain/index.js';
import { refuse, requireLine } from './input.js';
import { later } from './instants.js';

/** What an operator reads on a bank statement, of transfers that the gateway leaves to them. */

/** The longest number a bank gives a transaction, with room to spare (chosen). */
const LONGEST_TRANSACTION_ID = 64;

export function isLeftToOperator({ action }: PaymentAttempt): boolean {
  return action?.type === 'bank-transfer' && action.confirmedBy === 'operator';
}

/** @throws BackendError `invalid` when it is none */
export function requireTransactionId(given: unknown): string {
  return requireLine('transactionId', given, LONGEST_TRANSACTION_ID);
}

/** Statements may name the day alone, whose beginning is before the attempt's. @throws BackendError `invalid` */
export function requireInTime(
  path: string,
  at: Instant,
  { createdAt }: PaymentAttempt,
  now: Instant,
): void {
  if (at > now || at < later(createdAt, -DAY_MS)) refuse(path, 'out-of-range');
}
