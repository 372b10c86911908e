import { html, nothing, type TemplateResult } from 'lit';
import type { TierMode } from '../../../domain/index.js';
import type { PricingAidsStrings } from '../../../locales/pricing-aids/strings.js';
import type { ModeExample } from '../aids/example.js';
import type { FormView } from './view.js';

const MODES: readonly TierMode[] = ['volume', 'graduated'];

/** One order by both modes, the chosen one marked. */
export function exampleView(
  { example }: PricingAidsStrings,
  { t, format, draft }: FormView,
  found: ModeExample | null,
): TemplateResult | typeof nothing {
  if (!found) return nothing;
  const money = (amount: number) => format.money(amount, found.currency);
  return html`<div class="example">
    <p>${example.legend(t.quotes.seats(found.seats, format))}</p>
    <dl>
      ${MODES.map(
        (mode) =>
          html`<div class=${mode === draft.mode ? 'chosen' : ''}>
            <dt>${example.name[mode]}</dt>
            <dd>${example.sum(found[mode].parts, found[mode].amount, money, format)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
