import { html, type TemplateResult } from 'lit';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { ChangeText } from '../words.js';

/** What publishing would change, side by side. */
export function changesTable(
  t: PricingEditorStrings,
  changes: readonly ChangeText[],
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t.changes.what}>
    <table class="table changes">
      <thead>
        <tr>
          <th scope="col">${t.changes.what}</th>
          <th scope="col">${t.changes.before}</th>
          <th scope="col">${t.changes.after}</th>
        </tr>
      </thead>
      <tbody>
        ${changes.map(
          ({ what, before, after }) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td class="muted">${before}</td>
              <td>${after}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
