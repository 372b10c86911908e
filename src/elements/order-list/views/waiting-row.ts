import { html, type TemplateResult } from 'lit';
import { FIRST_ROW } from '../row-focus.js';

/** Stands where an order will be drawn once it has come. */
export function waitingRow(index: number): TemplateResult {
  return html`<tr class="row waiting" role="row" aria-rowindex=${index + FIRST_ROW}>
    <td class="cell" role="gridcell"></td>
  </tr>`;
}
