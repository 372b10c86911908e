import { html, nothing, type TemplateResult } from 'lit';
import type { PricingAidsStrings } from '../../../locales/pricing-aids/strings.js';
import { banner } from '../../../ui/templates/banner.js';
import type { FormView } from './view.js';

/** So many paths are named; the rest is counted. */
const NAMED = 8;

/** What of a given policy could not be taken over, and the way on without it. */
export function foreignView(
  { foreign: words }: PricingAidsStrings,
  { foreign, format, editable, acceptForeign, moveOn }: FormView,
): TemplateResult | typeof nothing {
  if (foreign.length === 0) return nothing;
  const rest = foreign.length - NAMED;
  const onAccept = () => {
    acceptForeign();
    moveOn('policy', words.accepted);
  };
  return html`<div class="foreign">
    ${banner(
      'warning',
      html`<p class="banner-title">${words.title(foreign.length, format)}</p>
        <p>${words.text}</p>
        <ul>
          ${foreign.slice(0, NAMED).map(({ path }) => html`<li><code>${path || words.root}</code></li>`)}
          ${rest > 0 ? html`<li>${words.more(rest, format)}</li>` : nothing}
        </ul>
        ${
          editable
            ? html`<button class="button" type="button" id="accept-foreign" @click=${onAccept}>
                ${words.accept}
              </button>`
            : nothing
        }`,
      { role: 'alert' },
    )}
  </div>`;
}
