import type { Order } from '../../../contract/index.js';
import { currencyDigits, printAmount } from '../../../domain/amount-text.js';
import type { InvoiceDetails } from '../../../domain/index.js';
import { transfersToConfirm, type TaskId } from '../actions.js';
import type { Draft } from './draft.js';

/** What a dialog begins with. `titles` are those used before: an invoice is mostly made out like the last one. */
export function freshDraft(task: TaskId, order: Order, [latest]: readonly InvoiceDetails[]): Draft {
  switch (task) {
    case 'lower-price':
      return { amount: printAmount(order.quote.payable, currencyDigits(order.currency)) };
    case 'request-invoice':
      return { type: 'ordinary', ...latest };
    case 'confirm-transfer':
      return { attempt: transfersToConfirm(order).at(-1)?.id ?? '' };
    default:
      return {};
  }
}
