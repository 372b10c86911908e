import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../../contract/index.js';
import { refundableUntil } from '../../../../domain/index.js';
import { copyable } from '../../../../ui/templates/copyable.js';
import { icon } from '../../../../ui/templates/icon.js';
import { money } from '../../views/view-context.js';
import type { PaymentContext } from '../payment-context.js';
import { seatsText, untilText } from '../receipt-texts.js';

/** The receipt: what changed, until when, and what was paid. */
export function doneView(
  context: PaymentContext,
  order: Order,
  { onAgain, onPrint }: { onAgain: () => void; onPrint: () => void },
): TemplateResult {
  const { t, format } = context;
  const { quote } = order;
  return html`
    <section class="outcome" part="outcome" aria-labelledby="outcome">
      <div class="outcome-icon success">${icon('success')}</div>
      <h2 id="outcome" tabindex="-1">${t.done.title[order.kind]}</h2>
      <p class="muted">${order.settledByCredit ? t.done.settled : t.done.text(order.appName)}</p>
      <h3 class="visually-hidden">${t.done.receipt}</h3>
      <dl class="facts">
        <div>
          <dt>${t.done.seats}</dt>
          <dd>${seatsText(context, order)}</dd>
        </div>
        <div>
          <dt>${t.done.until}</dt>
          <dd>${untilText(context, order)}</dd>
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
