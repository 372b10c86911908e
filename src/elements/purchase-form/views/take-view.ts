import { html, nothing, type TemplateResult } from 'lit';
import type { Take } from '../advice.js';
import type { Composition } from '../composition.js';
import type { ViewContext } from './view-context.js';

export interface TakeHandlers {
  onTake: (take: Take) => void;
}

/** What would be better, and the one click that takes it. */
export function adviceView(
  context: ViewContext,
  composition: Composition,
  text: string,
  take: Take,
  handlers: TakeHandlers,
): TemplateResult {
  return html` <p class="advice">${text} ${takeButton(context, composition, take, handlers)}</p> `;
}

/** The ways that are open where one is not. */
export function waysView(
  context: ViewContext,
  composition: Composition,
  ways: readonly Take[],
  handlers: TakeHandlers,
): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  return html`
    <div class="inline">
      ${ways.map((take) => takeButton(context, composition, take, handlers))}
    </div>
  `;
}

function takeButton(
  { t, format }: ViewContext,
  { draft, kind, policy }: Composition,
  take: Take,
  { onTake }: TakeHandlers,
) {
  const { seats, cycles } = take.draft;
  const label =
    take.kind !== kind
      ? t.advice.renew
      : t.advice.take(
          seats !== draft.seats
            ? t.quotes.seats(Number(seats), format)
            : t.quotes.cycles(Number(cycles), policy.cycle, format),
        );
  return html` <button type="button" class="link" @click=${() => onTake(take)}>${label}</button> `;
}
