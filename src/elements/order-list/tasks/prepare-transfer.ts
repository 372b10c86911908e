import type { Order, TransferConfirmation } from '../../../contract/index.js';
import { DAY_MS } from '../../../domain/instant.js';
import type { FieldFault } from '../../../locales/order-details/strings.js';
import { transfersToConfirm } from '../actions.js';
import { instantAt } from '../calendar.js';
import { faulty, ready, type Draft, type Prepared } from './draft.js';
import { typedAmount } from './prepare.js';

/** The longest number of a transaction that a backend takes. */
const LONGEST_TRANSACTION_ID = 64;

/**
 * A line of a bank statement as it was typed. That it is not from the future is for the backend to say, whose clock counts.
 *
 * @param timeZone the zone that days and times are typed in; the device's when undefined
 */
export function prepareTransfer(
  draft: Draft,
  order: Order,
  timeZone: string | undefined,
): Prepared<Omit<TransferConfirmation, 'key'>> {
  const attempt = transfersToConfirm(order).find(({ id }) => id === draft.attempt);
  const transactionId = draft.transactionId?.trim() ?? '';
  const amount = typedAmount(draft, order.currency);
  const { receivedDay = '', receivedTime = '' } = draft;
  const receivedAt = instantAt(receivedDay, receivedTime === '' ? '00:00' : receivedTime, timeZone);

  const faults: FieldFault[] = [];
  if (!attempt) faults.push({ field: 'attempt', code: 'not-chosen' });
  if (transactionId === '') faults.push({ field: 'transactionId', code: 'missing' });
  if (transactionId.length > LONGEST_TRANSACTION_ID) {
    faults.push({ field: 'transactionId', code: 'too-long', max: LONGEST_TRANSACTION_ID });
  }
  if (!amount.ok) faults.push(...amount.faults);
  else if (amount.input < 1) faults.push({ field: 'amount', code: 'not-positive' });
  if (receivedAt === null) faults.push({ field: 'receivedDay', code: 'missing' });
  else if (attempt && Date.parse(receivedAt) < Date.parse(attempt.createdAt) - DAY_MS) {
    faults.push({ field: 'receivedDay', code: 'not-then' });
  }
  return attempt && amount.ok && receivedAt !== null && faults.length === 0
    ? ready({ attemptId: attempt.id, transactionId, amount: amount.input, receivedAt })
    : faulty(faults);
}
