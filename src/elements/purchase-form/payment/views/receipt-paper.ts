import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../../contract/index.js';
import { latestSegment } from '../../../../domain/index.js';
import { paper } from '../../../../ui/paper.js';
import { lineText } from '../../../../ui/texts.js';
import { receiptPaperStyles } from '../../styles/receipt-paper.js';
import { money } from '../../views/view-context.js';
import type { PaymentContext } from '../payment-context.js';
import { seatsText, untilText } from '../receipt-texts.js';

/** The receipt on paper: who bought what, how it was paid, and how the price came about. */
export function receiptPaper(context: PaymentContext, order: Order): HTMLElement {
  return paper(context.format.locale, paperView(context, order), receiptPaperStyles);
}

function paperView(context: PaymentContext, order: Order): TemplateResult {
  const { t, format, currency } = context;
  const { quote, payments, method, paidAt } = order;
  const { cycle = 'year' } = latestSegment(order.segmentsGranted) ?? {};
  const transaction = payments.find(({ state }) => state === 'succeeded')?.transactionId;
  const facts = [
    [t.done.order, order.id],
    [t.done.customer, order.customerName],
    [t.done.app, order.appName],
    [t.done.by, order.createdBy.userName],
    [t.done.seats, seatsText(context, order)],
    [t.done.until, untilText(context, order)],
    [t.done.method, method && t.methods[method]],
    [t.done.transaction, transaction],
    [t.done.paidAt, paidAt && format.dateTime(paidAt)],
  ] as const;
  return html`<h1>${t.done.receipt}</h1>
    <dl>
      ${facts.map(([name, value]) =>
        value
          ? html`<dt>${name}</dt>
              <dd>${value}</dd>`
          : nothing,
      )}
    </dl>
    <h2>${t.quotes.breakdown}</h2>
    <table>
      <tbody>
        ${quote.lines.map((line) => {
          const { label, operands } = lineText(t.quotes, line, { format, currency, cycle });
          return html`<tr>
            <th scope="row">
              ${label} ${operands.map((operand) => html`<div class="operands">${operand}</div>`)}
            </th>
            <td class="end">${money(context, line.amount)}</td>
          </tr>`;
        })}
        <tr class="paid">
          <th scope="row">${t.done.paid}</th>
          <td class="end">${money(context, quote.payable)}</td>
        </tr>
      </tbody>
    </table>`;
}
