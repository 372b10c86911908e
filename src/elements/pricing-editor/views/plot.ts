import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PricePiece } from '../../../domain/index.js';
import { priceOnCurve } from '../../../domain/pricing/curve.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import { seatsAt, type Plot } from '../plot/plot.js';

export const PLOT_HEIGHT = 240;

export interface PlotModel {
  plot: Plot;
  curve: readonly PricePiece[];
  published: readonly PricePiece[];
  /** null where nothing was published, or the draft says the same. */
  publishedVersion: number | null;
  /** Prints an amount short enough for an axis. */
  short: (amount: number) => string;
}

/** The price over the seats: exact, with a table of the same behind it. */
export function plotView(
  t: PricingEditorStrings,
  model: PlotModel,
  context: PriceContext,
  onSeats: (seats: number) => void,
): TemplateResult {
  const { plot, curve, publishedVersion } = model;
  const onClick = (event: PointerEvent) => onSeats(seatsAt(plot, event.offsetX));
  return html`<figure class="plot">
    <svg
      width="100%"
      height=${PLOT_HEIGHT}
      role="img"
      aria-label=${summary(t, curve, context)}
      @pointerdown=${onClick}
    >
      ${axes(plot, model.short, t, context)} ${lines(plot)}
    </svg>
    <figcaption class="legend">
      <span class="key draft">${t.preview.draft}</span>
      ${
        publishedVersion === null
          ? nothing
          : html`<span class="key published">${t.preview.published(publishedVersion)}</span>`
      }
      ${plot.cap === null ? nothing : html`<span class="key cap">${t.preview.cap}</span>`}
    </figcaption>
    <details>
      <summary>${t.preview.table}</summary>
      ${tableView(t, model, context)}
    </details>
  </figure>`;
}

function axes(
  plot: Plot,
  short: (amount: number) => string,
  t: PricingEditorStrings,
  { format }: PriceContext,
): SVGTemplateResult {
  return svg`
    ${plot.priceTicks.map(
      ({
        at,
        amount,
      }) => svg`<line class="grid" x1=${plot.left} x2=${plot.right} y1=${at} y2=${at}></line>
        <text class="tick" x=${plot.left - 8} y=${at + 4} text-anchor="end">${short(amount)}</text>`,
    )}
    ${plot.seatTicks
      .slice(1)
      .map(
        ({ at, seats }) =>
          svg`<text class="tick" x=${at} y=${plot.bottom + 18} text-anchor="middle">${format.number(seats)}</text>`,
      )}
    <text class="tick" x=${plot.left} y=${plot.bottom + 18} text-anchor="middle">${t.preview.seatsAxis}</text>`;
}

function lines(plot: Plot): SVGTemplateResult {
  const { cap, sample } = plot;
  return svg`
    <path class="published" d=${plot.publishedLine}></path>
    ${cap === null ? nothing : svg`<line class="cap" x1=${plot.left} x2=${plot.right} y1=${cap} y2=${cap}></line>`}
    <path class="jumps" d=${plot.jumps}></path>
    <path class="draft" d=${plot.line}></path>
    ${plot.marks.map(({ x, y }) => svg`<path class="mark" d="M${x} ${y - 14}l7 12h-14z"></path>`)}
    ${
      sample
        ? svg`<line class="sample" x1=${sample.x} x2=${sample.x} y1=${plot.top} y2=${plot.bottom}></line>
            <circle class="sample" cx=${sample.x} cy=${sample.y} r="5"></circle>`
        : nothing
    }`;
}

function summary(
  t: PricingEditorStrings,
  curve: readonly PricePiece[],
  { format, currency }: PriceContext,
): string {
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last) return t.preview.notSold;
  const prices = curve.flatMap(({ fromPrice, toPrice }) => [fromPrice, toPrice]);
  return t.preview.summary(
    t.quotes.seats(first.fromSeats, format),
    t.quotes.seats(last.toSeats, format),
    format.money(Math.min(...prices), currency),
    format.money(Math.max(...prices), currency),
  );
}

function tableView(
  t: PricingEditorStrings,
  { curve, published, publishedVersion }: PlotModel,
  { format, currency }: PriceContext,
): TemplateResult {
  const { columns } = t.preview;
  const money = (amount: number | null) =>
    amount === null ? t.preview.notSold : format.money(amount, currency);
  const compared = publishedVersion !== null;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t.preview.table}>
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
                ${t.preview.range(format.number(piece.fromSeats), format.number(piece.toSeats))}
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
