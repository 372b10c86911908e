import { html, type TemplateResult } from 'lit';
import type { WordedStrings } from '../../../locales/pricing-words/strings.js';
import type { ChangeText } from '../change-words.js';

/**
 * Differences side by side.
 *
 * @param sides names of both; what is in force and what publishing would make of it without
 */
export function changesTable(
  t: WordedStrings,
  changes: readonly ChangeText[],
  sides: { before: string; after: string } = t.changes,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t.changes.what}>
    <table class="table changes">
      <thead>
        <tr>
          <th scope="col">${t.changes.what}</th>
          <th scope="col">${sides.before}</th>
          <th scope="col">${sides.after}</th>
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
