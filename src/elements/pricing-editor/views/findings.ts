import { html, type TemplateResult } from 'lit';
import type { PolicyWarning } from '../../../domain/index.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { WordedStrings } from '../../../locales/pricing-words/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import { icon } from '../../../ui/templates/icon.js';
import { partName, warningText } from '../change-words.js';

/** What is legal but probably not meant, numbered as on the picture, each with a way to its field and its place. */
export function warningsView(
  t: WordedStrings,
  p: PricingPreviewStrings,
  warnings: readonly PolicyWarning[],
  context: PriceContext,
  onShow: (warning: PolicyWarning) => void,
): TemplateResult {
  const { format } = context;
  if (warnings.length === 0) {
    return html`<p class="fine">${icon('success')}<span>${t.warnings.none}</span></p>`;
  }
  return html`<section class="warnings" aria-labelledby="warnings-heading">
    <h3 id="warnings-heading">${t.warnings.legend(warnings.length, format)}</h3>
    <ol>
      ${warnings.map(
        (warning, index) =>
          html`<li>
            ${icon('warning')}
            <span
              ><span class="number">${p.warnings.number(index + 1, format)}</span>
              ${warningText(t, warning, context)}</span
            >
            <button
              class="link"
              type="button"
              aria-label=${t.warnings.showIn(partName(t, warning.path, format))}
              @click=${() => onShow(warning)}
            >
              ${t.warnings.show}
            </button>
          </li>`,
      )}
    </ol>
  </section>`;
}
