import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { Segment } from '../../../domain/index.js';
import type { DetailsContext } from './details-context.js';
import { section, type Section } from './panel-sections.js';

/** What the order did to the paid time: what it replaced, and what came instead. */
export function segmentsSection(order: Order, context: DetailsContext): Section {
  const { segmentsGranted, segmentsReplaced, status } = order;
  if (segmentsGranted.length === 0) return nothing;
  const { t } = context;
  const { details } = t;
  return section(
    details.segments,
    html`<table class="segments">
        <thead>
          <tr>
            <th scope="col">${t.columns.seats}</th>
            <th scope="col">${details.from}</th>
            <th scope="col">${details.to}</th>
            <th class="figure" scope="col">${details.value}</th>
          </tr>
        </thead>
        ${group(details.before, segmentsReplaced, order, context)}
        ${group(details.after, segmentsGranted, order, context)}
      </table>
      ${status === 'refunded' ? html`<p class="muted">${details.taken}</p>` : nothing}`,
  );
}

function group(
  heading: string,
  segments: readonly Segment[],
  { currency }: Order,
  { t, format }: DetailsContext,
): TemplateResult {
  return html`<tbody>
    <tr>
      <th class="group" colspan="4" scope="rowgroup">${heading}</th>
    </tr>
    ${
      segments.length === 0
        ? html`<tr>
            <td colspan="4">${t.details.none}</td>
          </tr>`
        : segments.map(
            ({ seats, startsAt, endsAt, value }) =>
              html`<tr>
                <td>${t.quotes.seats(seats, format)}</td>
                <td>${format.date(startsAt)}</td>
                <td>${format.date(endsAt)}</td>
                <td class="figure">${format.money(value, currency)}</td>
              </tr>`,
          )
    }
  </tbody>`;
}
