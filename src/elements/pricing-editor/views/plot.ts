import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PricePiece } from '../../../domain/index.js';
import { ratio } from '../../../domain/money.js';
import { MAX_SEATS } from '../../../domain/pricing/bounds.js';
import { priceOnCurve } from '../../../domain/pricing/curve.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import { seatsAt } from '../plot/plot.js';
import { transition } from '../plot/strokes.js';
import { steered } from '../preview/steer.js';
import { ending } from './endings.js';
import { pictureParts } from './picture.js';
import type { PlotModel } from './plot-model.js';

export const PLOT_HEIGHT = 260;

export interface PlotHandlers {
  onSeats: (seats: number) => void;
  /** The picture got the focus, or lost it. */
  onFocus: (focused: boolean) => void;
}

/** The price over the seats, exact, to be walked along with the keys, and what the chosen seats cost. */
export function plotView(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  model: PlotModel,
  context: PriceContext,
  { onSeats, onFocus }: PlotHandlers,
): TemplateResult {
  const { plot, curve, seats } = model;
  const here = seats ?? curve[0]?.fromSeats ?? 1;
  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    onSeats(seatsAt(plot, event.clientX - left));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = steered(event.key, curve, here);
    if (next === null) return;
    event.preventDefault();
    onSeats(next);
  };
  const reading = readingOf(t, p, model, here, context);
  return html`<figure class="plot">
    <div
      class="picture"
      id="plot-picture"
      role="slider"
      tabindex="0"
      aria-label=${summary(t, p, curve, context)}
      aria-describedby="plot-keys"
      aria-valuemin="1"
      aria-valuemax=${MAX_SEATS}
      aria-valuenow=${Math.min(MAX_SEATS, Math.max(1, here))}
      aria-valuetext=${context.format.list(reading)}
      @pointerdown=${onPointer}
      @pointermove=${onPointer}
      @keydown=${onKey}
      @focus=${() => onFocus(true)}
      @blur=${() => onFocus(false)}
    >
      <svg width="100%" height=${PLOT_HEIGHT} aria-hidden="true">
        ${pictureParts(p, model, context)}
      </svg>
    </div>
    <p class="reading">${reading.map((text) => html`<span>${text}</span>`)}</p>
    <p class="visually-hidden" id="plot-keys">${p.plot.keys}</p>
    <figcaption class="legend">${legend(p, model)}</figcaption>
  </figure>`;
}

/** A sample of the line, drawn as in the picture, and its name. */
function legend(
  p: PricingPreviewStrings,
  { plot, publishedVersion, lengths }: PlotModel,
): TemplateResult {
  const key = (name: string, word: string, shape: SVGTemplateResult) =>
    html`<span class="key ${name}">
      <svg width="28" height="12" aria-hidden="true">${shape}</svg>${word}
    </span>`;
  const line = (name: string) => svg`<path class=${name} d="M2 6L26 6"></path>`;
  return html`${key('draft', p.preview.draft, line('draft'))}
  ${publishedVersion === null ? nothing : key('published', p.preview.published(publishedVersion), line('published'))}
  ${lengths.map((word, index) =>
    key(
      'length',
      p.plot.length(word),
      svg`<path class="length l${index}" d="M2 6L26 6"></path>${ending(index, 14, 6)}`,
    ),
  )}
  ${plot.cap === null ? nothing : key('cap', p.preview.cap, line('cap'))}
  ${plot.closed.length === 0 ? nothing : key('closed', p.plot.closed, svg`<rect class="closed" x="2" y="1" width="24" height="10"></rect>`)}
  ${plot.marks.length === 0 ? nothing : key('mark', p.plot.mark, svg`<path class="mark" d="M14 10l-6 -9h12z"></path>`)}
  ${plot.dots.length === 0 ? nothing : key('dots', p.plot.dots, svg`<circle class="dot" cx="8" cy="6" r="3.5"></circle><circle class="dot open" cx="20" cy="6" r="3.5"></circle>`)}`;
}

/** What the chosen seats cost, and what happens there. */
function readingOf(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  { curve, published, publishedVersion, cycles, warned }: PlotModel,
  seats: number,
  { format, currency, cycle }: PriceContext,
): string[] {
  const money = (amount: number) => format.money(amount, currency);
  const count = t.quotes.seats(seats, format);
  const amount = priceOnCurve(curve, seats);
  if (amount === null) return [p.plot.notSold(count), ...(warned ? [p.plot.warned(warned)] : [])];
  const before = publishedVersion === null ? null : priceOnCurve(published, seats);
  const each = money(ratio(amount, 1, seats));
  const index = curve.findIndex(({ toSeats }) => toSeats >= seats);
  const piece = curve[index];
  const previous = curve[index - 1];
  const starts = piece?.fromSeats === seats;
  const follows = piece && starts ? transition(previous, piece) : null;
  return [
    p.plot.at(count, t.quotes.cycles(cycles, cycle, format), money(amount), each),
    ...(publishedVersion !== null && before !== null
      ? [p.plot.publishedAt(publishedVersion, money(before))]
      : []),
    ...(follows === 'jump' && previous
      ? [p.plot.jump(t.quotes.seats(previous.toSeats, format), money(previous.toPrice))]
      : []),
    ...(follows === 'bend' ? [p.plot.bend] : []),
    ...(starts && index === 0 && seats > 1 ? [p.plot.first] : []),
    ...(piece?.toSeats === seats && index === curve.length - 1 ? [p.plot.last] : []),
    ...(warned ? [p.plot.warned(warned)] : []),
  ];
}

function summary(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  curve: readonly PricePiece[],
  { format, currency }: PriceContext,
): string {
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last) return p.preview.notSold;
  const prices = curve.flatMap(({ fromPrice, toPrice }) => [fromPrice, toPrice]);
  return p.preview.summary(
    t.quotes.seats(first.fromSeats, format),
    t.quotes.seats(last.toSeats, format),
    format.money(Math.min(...prices), currency),
    format.money(Math.max(...prices), currency),
  );
}
