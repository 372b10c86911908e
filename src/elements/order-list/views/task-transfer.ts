import { html, nothing, type TemplateResult } from 'lit';
import type { Order, PaymentAttempt } from '../../../contract/index.js';
import { banner } from '../../../ui/templates/banner.js';
import { copyable } from '../../../ui/templates/copyable.js';
import { transfersToConfirm } from '../actions.js';
import { typedAmount } from '../tasks/prepare.js';
import type { TaskContext } from './details-context.js';
import { factsList } from './facts-list.js';
import { amountField, choiceField, clockField, textField } from './task-fields.js';

/** A line of the bank statement, and what noting it will do where that is not to pay the order. */
export function transferBody(order: Order, view: TaskContext): TemplateResult {
  const { t, format, flow } = view;
  const { transfer } = t.tasks;
  const { currency, quote } = order;
  const attempts = transfersToConfirm(order);
  const chosen = attempts.find(({ id }) => id === flow.draft.attempt);
  return html`<p>${transfer.lead}</p>
    ${
      attempts.length > 1
        ? choiceField(
            'attempt',
            transfer.attempt,
            attempts.map((attempt) => ({
              value: attempt.id,
              label: transfer.option(referenceOf(attempt), format.dateTime(attempt.createdAt)),
            })),
            view,
          )
        : nothing
    }
    ${factsList([
      [transfer.reference, chosen && copyable(referenceOf(chosen), t.common)],
      [t.quotes.due, format.money(quote.payable, currency)],
    ])}
    ${textField(
      { name: 'transactionId', label: transfer.transactionId, help: transfer.transactionHelp },
      view,
    )}
    ${amountField({ label: transfer.amount, currency }, view)}
    <div class="task-pair">
      ${clockField({ name: 'receivedDay', type: 'date', label: transfer.day }, view)}
      ${clockField(
        {
          name: 'receivedTime',
          type: 'time',
          label: transfer.time,
          help: transfer.timeHelp,
          optional: true,
        },
        view,
      )}
    </div>
    <div role="status">${consequence(order, view)}</div>`;
}

function consequence(
  { currency, quote, status }: Order,
  { t, format, flow }: TaskContext,
): TemplateResult | typeof nothing {
  const { transfer } = t.tasks;
  if (status !== 'pending')
    return banner('warning', transfer.notPending(t.orders.statuses[status]));
  const amount = typedAmount(flow.draft, currency);
  return amount.ok && amount.input !== quote.payable
    ? banner('warning', transfer.wrongAmount(format.money(quote.payable, currency)))
    : nothing;
}

/** What the payer was told to quote. */
function referenceOf({ action, number }: PaymentAttempt): string {
  return action?.type === 'bank-transfer' ? action.reference : number;
}
