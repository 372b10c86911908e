import { html, nothing, type TemplateResult } from 'lit';
import { DAY_MS, type Instant, type Quote } from '../../../domain/index.js';
import type { Composition } from '../composition.js';
import type { Standing } from '../facts.js';
import { money, type ViewContext } from './view-context.js';

export interface EndModel {
  firstPurchase: boolean;
}

/** Until when: the end there will be, and beside it what there is now. */
export function endView(
  context: ViewContext,
  composition: Composition,
  { firstPurchase }: EndModel,
): TemplateResult {
  const { t, format } = context;
  const { endedAt, quote, standing, terms } = composition;
  return html`
    <div class="field plain">
      <span class="field-label" id="end-label">${t.end.label}</span>
      <div class="stack" role="group" aria-labelledby="end-label">
        ${
          standing
            ? comparison(context, composition, standing)
            : html`<p>${quote ? format.dateTime(quote.endsAt) : '—'}</p>`
        }
        ${terms.length === 0 || !quote ? nothing : html`<p class="help">${t.end.estimate}</p>`}
        ${endedAt ? html`<p class="help">${t.end.paid.ended(format.date(endedAt))}</p>` : nothing}
        ${firstPurchase ? html`<p class="help">${t.end.givesUpTrial}</p>` : nothing}
      </div>
    </div>
  `;
}

/** What one has and what one will have, side by side, and what becomes of the time already paid. */
function comparison(
  context: ViewContext,
  composition: Composition,
  standing: Standing,
): TemplateResult {
  const { kind, now, quote } = composition;
  const { t, format } = context;
  const days = (endsAt: Instant) =>
    t.quotes.days(Math.ceil((Date.parse(endsAt) - Date.parse(now)) / DAY_MS), format);
  const end = (endsAt: Instant) =>
    html`${format.dateTime(endsAt)}<br /><span class="help">${t.end.left(days(endsAt))}</span>`;
  const seats = t.quotes.seats(standing.seats, format);
  const asked = quote ? t.quotes.seats(quote.seats, format) : '—';
  const later = kind === 'renew' && quote?.seats !== standing.seats;
  return html`
    <table class="table compare">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${t.end.now}</th>
          <th scope="col">${t.end.after}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${t.seats.label}</th>
          <td>${seats}</td>
          <td>
            ${quote && later ? t.end.later(seats, format.date(standing.endsAt), asked) : asked}
          </td>
        </tr>
        <tr>
          <th scope="row">${t.end.label}</th>
          <td>${end(standing.endsAt)}</td>
          <td>${quote ? end(quote.endsAt) : '—'}</td>
        </tr>
      </tbody>
    </table>
    ${quote ? html`<p class="help">${paidTimeText(context, quote)}</p>` : nothing}
  `;
}

/** What becomes of the time that is paid already. */
function paidTimeText(context: ViewContext, quote: Quote): string {
  const { t, format } = context;
  const { kind, cycles, purchasedDays, giftDays, startsAt, credit, creditForfeited } = quote;
  if (kind === 'renew') {
    return t.end.paid.renew(t.quotes.days(purchasedDays + giftDays, format), format.date(startsAt));
  }
  const worth = money(context, credit + creditForfeited);
  return cycles === 0 ? t.end.paid.coTerm(worth) : t.end.paid.newTerm(worth);
}
