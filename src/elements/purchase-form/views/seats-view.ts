import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../../ui/templates/field.js';
import { numberField } from '../../../ui/templates/number-field.js';
import { seatAdvice, waysOut } from '../advice.js';
import type { Composition } from '../composition.js';
import { fieldIssues } from './field-issues.js';
import { adviceView, waysView, type TakeHandlers } from './take-view.js';
import { tiersView } from './tiers-view.js';
import { money, type ViewContext } from './view-context.js';

export interface SeatsHandlers extends TakeHandlers {
  onSeats: (text: string) => void;
}

/** How many seats: typed, stepped or picked; with the bounds, what there is now, and the tiers in view. */
export function seatsView(
  context: ViewContext,
  composition: Composition,
  handlers: SeatsHandlers,
): TemplateResult {
  const { onSeats } = handlers;
  const { t } = context;
  const { bounds, draft, seats } = composition;
  const { min, max } = bounds;
  const control = field({
    id: 'seats',
    label: t.seats.label,
    help: limitsText(context, composition),
    issues: fieldIssues(context, composition, 'seats'),
    control: (wiring) => html`
      <div class="inline">
        ${numberField({
          wiring,
          value: draft.seats,
          unit: t.seats.unit,
          onInput: onSeats,
          steps: {
            decreaseLabel: t.seats.decrease,
            increaseLabel: t.seats.increase,
            canDecrease: seats === null || seats > min,
            canIncrease: seats === null || max === null || seats < max,
            onStep: (by) => onSeats(String(stepped(composition, by))),
          },
        })}
        ${changeText(context, composition)}
      </div>
    `,
  });
  return html`
    <div class="seats">
      ${control}
      <div class="extras">
        ${waysView(context, composition, waysOut(composition, 'seats'), handlers)}
        ${presetsView(context, composition, onSeats)} ${betterView(context, composition, handlers)}
        ${tiersView(context, composition)}
      </div>
    </div>
  `;
}

function betterView(context: ViewContext, composition: Composition, handlers: TakeHandlers) {
  const better = seatAdvice(composition);
  if (!better) return nothing;
  const { t, format } = context;
  const seats = t.quotes.seats(better.seats, format);
  const text =
    better.saves > 0 ? t.advice.cheaper(seats, money(context, better.saves)) : t.advice.same(seats);
  return adviceView(context, composition, text, better.take, handlers);
}

/** From outside the bounds a step leads to the nearest bound, and what cannot be read to the smallest order. */
function stepped({ bounds: { min, max }, seats }: Composition, by: 1 | -1): number {
  return Math.min(max ?? Infinity, Math.max(min, seats === null ? min : seats + by));
}

function presetsView(
  { t, format }: ViewContext,
  { presets, seats }: Composition,
  onSeats: (text: string) => void,
) {
  if (presets.length < 2) return nothing;
  return html`
    <div class="presets" role="group" aria-label=${t.seats.presets}>
      ${presets.map(
        (preset) => html`
          <button
            type="button"
            class="chip"
            aria-pressed=${preset === seats ? 'true' : 'false'}
            @click=${() => onSeats(String(preset))}
          >
            ${t.quotes.seats(preset, format)}
          </button>
        `,
      )}
    </div>
  `;
}

function limitsText(
  { t, format }: ViewContext,
  { bounds: { min, max } }: Composition,
): string | undefined {
  if (max !== null) return t.seats.between(format.number(min), format.number(max));
  return min > 1 ? t.seats.atLeast(format.number(min)) : undefined;
}

function changeText({ t, format }: ViewContext, { kind, standing, seats }: Composition) {
  // The seats of a renewal count later: they stand beside the ends.
  if (kind === 'renew' || !standing || seats === null || seats === standing.seats) return nothing;
  const now = t.quotes.seats(standing.seats, format);
  const after = t.quotes.seats(seats, format);
  return html`<span class="change">${t.seats.change(now, after)}</span>`;
}
