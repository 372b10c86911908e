import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import type { Plot } from '../plot/plot.js';
import { ending } from './endings.js';
import type { PlotModel } from './plot-model.js';

/** Everything inside the frame, from the back to the front. */
export function pictureParts(
  p: PricingPreviewStrings,
  { plot, metric, short }: PlotModel,
  context: PriceContext,
): SVGTemplateResult {
  return svg`${closedParts(plot)} ${axes(plot, short, p, metric === 'seat', context)} ${lines(plot)} ${pointers(plot)}`;
}

function closedParts({ closed, top, bottom }: Plot): SVGTemplateResult[] {
  return closed.map(
    ({ from, to }) =>
      svg`<rect class="closed" x=${from} y=${top} width=${to - from} height=${bottom - top}></rect>`,
  );
}

function axes(
  { left, right, top, bottom, priceTicks, seatTicks }: Plot,
  short: (amount: number) => string,
  p: PricingPreviewStrings,
  perSeat: boolean,
  { format }: PriceContext,
): SVGTemplateResult {
  return svg`
    ${perSeat ? svg`<text class="tick" x=${left} y=${top - 12} text-anchor="start">${p.plot.perSeatAxis}</text>` : nothing}
    ${priceTicks.map(
      ({ at, amount }) => svg`<line class="grid" x1=${left} x2=${right} y1=${at} y2=${at}></line>
        <text class="tick" x=${left - 8} y=${at + 4} text-anchor="end">${short(amount)}</text>`,
    )}
    ${seatTicks
      .filter(({ at }) => at - left > 40)
      .map(
        ({ at, seats }) =>
          svg`<text class="tick" x=${at} y=${bottom + 18} text-anchor="middle">${format.number(seats)}</text>`,
      )}
    <text class="tick" x=${left} y=${bottom + 18} text-anchor="middle">${p.preview.seatsAxis}</text>`;
}

function lines({ left, right, cap, published, lengths, draft, dots }: Plot): SVGTemplateResult {
  return svg`
    <path class="published" d=${published.path}></path>
    <path class="published jumps" d=${published.jumps}></path>
    ${lengths.map(
      ({ path, jumps, end }, index) => svg`<path class="length l${index}" d=${path}></path>
        <path class="length jumps" d=${jumps}></path>
        ${end ? ending(index, end.x, end.y) : nothing}`,
    )}
    ${cap === null ? nothing : svg`<line class="cap" x1=${left} x2=${right} y1=${cap} y2=${cap}></line>`}
    <path class="draft jumps" d=${draft.jumps}></path>
    <path class="draft line" d=${draft.path}></path>
    ${dots.map(({ x, y, open }) => svg`<circle class="dot ${open ? 'open' : ''}" cx=${x} cy=${y} r="3.5"></circle>`)}`;
}

function pointers({ sample, marks, top, bottom }: Plot): SVGTemplateResult {
  return svg`
    ${
      sample
        ? svg`<line class="sample" x1=${sample.x} x2=${sample.x} y1=${top} y2=${bottom}></line>
            <circle class="sample" cx=${sample.x} cy=${sample.y} r="5"></circle>`
        : nothing
    }
    ${marks.map(
      ({ x, y, label }) => svg`<g class="mark">
        <path class="mark" d="M${x} ${y - 6}l-6 -10h12z"></path>
        <text class="tick" x=${x} y=${Math.max(12, y - 20)} text-anchor="middle">${label}</text>
      </g>`,
    )}`;
}
