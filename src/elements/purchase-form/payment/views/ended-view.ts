import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../../contract/index.js';
import type { Notice } from '../../../../locales/purchase-form/strings.js';
import { icon } from '../../../../ui/templates/icon.js';
import type { PaymentContext } from '../payment-context.js';

/** An order that ended without being paid, or is on its way back: said, with a way to begin again. */
export function endedView(
  { t }: PaymentContext,
  order: Order,
  { onAgain }: { onAgain: () => void },
): TemplateResult {
  const { title, text } = noticeOf(t, order);
  return html`
    <section class="outcome" part="outcome" aria-labelledby="outcome">
      <div class="outcome-icon">${icon(order.status === 'lapsed' ? 'clock' : 'info')}</div>
      <h2 id="outcome" tabindex="-1">${title}</h2>
      <p class="muted">${text}</p>
      <p class="muted">${t.ended.kept}</p>
      <div class="actions">
        <button type="button" class="button primary" @click=${onAgain}>${t.ended.again}</button>
      </div>
    </section>
  `;
}

function noticeOf(t: PaymentContext['t'], { status }: Order): Notice {
  if (status === 'lapsed' || status === 'cancelled' || status === 'replaced') {
    return t.ended[status];
  }
  return t.ended.refund(t.statuses[status]);
}
