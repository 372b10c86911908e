import { html, type TemplateResult } from 'lit';
import type { PolicyWarning } from '../../../domain/index.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import { icon } from '../../../ui/templates/icon.js';
import { partName, warningText } from '../words.js';

/** What is legal but probably not meant, each with a way to the field. */
export function warningsView(
  t: PricingEditorStrings,
  warnings: readonly PolicyWarning[],
  context: PriceContext,
  onShow: (path: string) => void,
): TemplateResult {
  const { format } = context;
  if (warnings.length === 0) {
    return html`<p class="fine">${icon('success')}<span>${t.warnings.none}</span></p>`;
  }
  return html`<section class="warnings" aria-labelledby="warnings-heading">
    <h3 id="warnings-heading">${t.warnings.legend(warnings.length, format)}</h3>
    <ul>
      ${warnings.map(
        (warning) =>
          html`<li>
            ${icon('warning')}
            <span>${warningText(t, warning, context)}</span>
            <button
              class="link"
              type="button"
              aria-label=${t.warnings.showIn(partName(t, warning.path, format))}
              @click=${() => onShow(warning.path)}
            >
              ${t.warnings.show}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
