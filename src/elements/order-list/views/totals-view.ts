import { html, nothing, type TemplateResult } from 'lit';
import { errorText } from '../../../ui/texts.js';
import { banner, staleBanner } from '../../../ui/templates/banner.js';
import { retryButton } from '../../../ui/templates/retry.js';
import type { OrderBook } from '../order-book.js';
import type { ViewContext } from './context.js';

export interface TotalsView extends ViewContext {
  book: OrderBook;
  onMore: () => void;
  onRefresh: () => void;
}

/** Below the rows: the way to the next page, and what all of them come to. */
export function totalsView({ t, format, book, onMore, onRefresh }: TotalsView): TemplateResult {
  const { value, moreError, loadingMore, outdated, busy } = book;
  if (!value) return html``;
  const { orders, totals, nextCursor } = value;
  const retry = { label: t.common.retry, busy: loadingMore, onRetry: onMore };
  return html`<div class="end">
    ${
      moreError
        ? banner('danger', html`${t.moreFailed} ${errorText(t.errors, moreError).next}`, {
            role: 'alert',
            actions: retryButton(retry),
          })
        : nothing
    }
    ${
      totals
        ? nothing
        : staleBanner(t.totals.missing, { label: t.common.retry, busy, onRetry: onRefresh })
    }
    <div class="foot">
      <dl class="totals" aria-label=${t.totals.label}>
        ${
          totals &&
          html`<div>
            <dt class="visually-hidden">${t.totals.label}</dt>
            <dd>${t.count(totals.count, format)}</dd>
          </div>`
        }
        ${totals?.amounts.map(
          ({ currency, payable, received }) =>
            html`<div>
                <dt>${t.totals.payable}</dt>
                <dd class="amount">${format.money(payable, currency)}</dd>
              </div>
              <div>
                <dt>${t.totals.received}</dt>
                <dd class="amount">${format.money(received, currency)}</dd>
              </div>`,
        )}
      </dl>
      ${
        nextCursor !== null && !moreError
          ? html`<div class="more">
              <span class="muted"
                >${totals ? t.shown(orders.length, totals.count, format) : nothing}</span
              >
              <button
                class="button"
                type="button"
                id="more"
                aria-busy=${loadingMore}
                ?disabled=${outdated}
                @click=${onMore}
              >
                ${t.more}
              </button>
            </div>`
          : nothing
      }
    </div>
  </div>`;
}
