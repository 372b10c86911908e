import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../../contract/index.js';
import { latestSegment, refundableUntil } from '../../../../domain/index.js';
import { copyable } from '../../../../ui/templates/copyable.js';
import { icon } from '../../../../ui/templates/icon.js';
import { quoteLines } from '../../../../ui/templates/quote-lines.js';
import { money } from '../../views/view-context.js';
import type { PaymentContext } from '../payment-context.js';

/** The receipt: what changed, until when, and what was paid. */
export function doneView(
  context: PaymentContext,
  order: Order,
  { onAgain, onPrint }: { onAgain: () => void; onPrint: () => void },
): TemplateResult {
  const { t, format } = context;
  const { quote } = order;
  const until = latestSegment(order.segmentsGranted)?.endsAt ?? quote.endsAt;
  const before = latestSegment(order.segmentsReplaced);
  const seats = t.quotes.seats(quote.seats, format);
  return html`
    <section class="outcome" part="outcome" aria-labelledby="outcome">
      <div class="outcome-icon success">${icon('success')}</div>
      <h2 id="outcome" tabindex="-1">${t.done.title[order.kind]}</h2>
      <p class="muted">${order.settledByCredit ? t.done.settled : t.done.text(order.appName)}</p>
      <h3 class="visually-hidden">${t.done.receipt}</h3>
      <dl class="facts">
        <div>
          <dt>${t.done.seats}</dt>
          <dd>
            ${
              before && before.seats !== quote.seats
                ? t.end.change(t.quotes.seats(before.seats, format), seats)
                : seats
            }
          </dd>
        </div>
        <div>
          <dt>${t.done.until}</dt>
          <dd>
            ${
              before && before.endsAt !== until
                ? t.end.change(format.dateTime(before.endsAt), format.dateTime(until))
                : format.dateTime(until)
            }
          </dd>
        </div>
        <div>
          <dt>${t.done.paid}</dt>
          <dd class="amount strong">${money(context, quote.payable)}</dd>
        </div>
        ${
          quote.credit > 0
            ? html`<div>
                <dt>${t.done.credit}</dt>
                <dd class="amount">${money(context, quote.credit)}</dd>
              </div>`
            : nothing
        }
        ${
          order.paidAt === null
            ? nothing
            : html`<div>
                <dt>${t.done.paidAt}</dt>
                <dd>${format.dateTime(order.paidAt)}</dd>
              </div>`
        }
        <div>
          <dt>${t.done.order}</dt>
          <dd>${copyable(order.id, t.common)}</dd>
        </div>
      </dl>
      ${paperView(context, order)}
      ${
        order.paidAt === null || quote.payable === 0
          ? nothing
          : html`<p class="help next">
              ${t.done.next(format.dateTime(refundableUntil(order.paidAt)))}
            </p>`
      }
      <div class="actions">
        <slot name="done"></slot>
        <button type="button" class="button" @click=${onPrint}>${t.done.print}</button>
        <button type="button" class="button" @click=${onAgain}>${t.done.again}</button>
      </div>
    </section>
  `;
}

/** What a receipt on paper says besides: who bought what, how it was paid, and how the price came about. */
function paperView(context: PaymentContext, order: Order): TemplateResult {
  const { t, format, currency } = context;
  const { cycle = 'year' } = latestSegment(order.segmentsGranted) ?? {};
  const transaction = order.payments.find(({ state }) => state === 'succeeded')?.transactionId;
  const rows = [
    [t.done.customer, order.customerName],
    [t.done.app, order.appName],
    [t.done.by, order.createdBy.userName],
    [t.done.method, order.method && t.methods[order.method]],
    [t.done.transaction, transaction],
  ] as const;
  return html`
    <div class="paper">
      <dl class="facts">
        ${rows.map(([name, value]) =>
          value
            ? html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`
            : nothing,
        )}
      </dl>
      ${quoteLines(order.quote, t.quotes, { format, currency, cycle })}
    </div>
  `;
}
