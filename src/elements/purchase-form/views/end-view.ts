import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../composition.js';
import type { ViewContext } from './view-context.js';

/** Until when: the end there is now and the end there will be. */
export function endView(
  { t, format }: ViewContext,
  { quote, standing, terms }: Composition,
  { firstPurchase }: { firstPurchase: boolean },
): TemplateResult {
  const now = standing ? format.dateTime(standing.endsAt) : null;
  const after = quote ? format.dateTime(quote.endsAt) : null;
  return html`
    <div class="field plain">
      <span class="field-label" id="end-label">${t.end.label}</span>
      <div class="stack" role="group" aria-labelledby="end-label">
        <p>
          ${
            after === null
              ? (now ?? '—')
              : terms.length === 0
                ? t.end.same(after)
                : now === null
                  ? after
                  : t.end.change(now, after)
          }
        </p>
        ${terms.length === 0 || after === null ? nothing : html`<p class="help">${t.end.estimate}</p>`}
        ${firstPurchase ? html`<p class="help">${t.end.givesUpTrial}</p>` : nothing}
      </div>
    </div>
  `;
}
