import { html, nothing, type TemplateResult } from 'lit';
import { DAY_MS, type Instant } from '../../../domain/index.js';
import type { Composition } from '../composition.js';
import type { Standing } from '../facts.js';
import type { ViewContext } from './view-context.js';

export interface EndModel {
  firstPurchase: boolean;
  now: Instant;
}

/** Until when: the end there will be, and beside it what there is now. */
export function endView(
  context: ViewContext,
  composition: Composition,
  { firstPurchase, now }: EndModel,
): TemplateResult {
  const { t, format } = context;
  const { quote, standing, terms } = composition;
  return html`
    <div class="field plain">
      <span class="field-label" id="end-label">${t.end.label}</span>
      <div class="stack" role="group" aria-labelledby="end-label">
        ${
          standing
            ? comparison(context, composition, standing, now)
            : html`<p>${quote ? format.dateTime(quote.endsAt) : '—'}</p>`
        }
        ${terms.length === 0 || !quote ? nothing : html`<p class="help">${t.end.estimate}</p>`}
        ${firstPurchase ? html`<p class="help">${t.end.givesUpTrial}</p>` : nothing}
      </div>
    </div>
  `;
}

/** What one has and what one will have, side by side, and what becomes of the time already paid. */
function comparison(
  context: ViewContext,
  { kind, quote, terms }: Composition,
  standing: Standing,
  now: Instant,
): TemplateResult {
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
    <p class="help">
      ${kind === 'renew' ? t.end.paid.renew : terms.length === 0 ? t.end.paid.coTerm : t.end.paid.newTerm}
    </p>
  `;
}
