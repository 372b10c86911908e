import { html, nothing, type TemplateResult } from 'lit';
import type { PricePiece } from '../../../domain/index.js';
import { priceOnCurve } from '../../../domain/pricing/curve.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import type { PlotModel } from './plot-model.js';

/** What the picture shows, in figures: a row for every piece of the curve. */
export function plotTable(
  p: PricingPreviewStrings,
  {
    curve,
    published,
    publishedVersion,
  }: Pick<PlotModel, 'curve' | 'published' | 'publishedVersion'>,
  { format, currency }: PriceContext,
): TemplateResult {
  const { columns } = p.preview;
  const money = (amount: number | null) =>
    amount === null ? p.preview.notSold : format.money(amount, currency);
  const compared = publishedVersion !== null;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${p.preview.table}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${columns.seats}</th>
          <th scope="col" class="figure">${columns.from}</th>
          <th scope="col" class="figure">${columns.to}</th>
          <th scope="col" class="figure">${columns.perSeat}</th>
          ${compared ? html`<th scope="col" class="figure">${columns.published}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${curve.map(
          (piece) =>
            html`<tr>
              <th scope="row">
                ${p.preview.range(format.number(piece.fromSeats), format.number(piece.toSeats))}
              </th>
              <td class="figure">${money(piece.fromPrice)}</td>
              <td class="figure">${money(piece.toPrice)}</td>
              <td class="figure">${money(priceStep(piece))}</td>
              ${
                compared
                  ? html`<td class="figure">${money(priceOnCurve(published, piece.fromSeats))}</td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What a further seat costs within a piece, as its first two seats show. */
function priceStep(piece: PricePiece): number {
  if (piece.fromSeats === piece.toSeats) return 0;
  return (priceOnCurve([piece], piece.fromSeats + 1) ?? 0) - piece.fromPrice;
}
