import { html, type TemplateResult } from 'lit';
import { skeleton } from '../../../ui/templates/skeleton.js';

/**
 * Bars where the checklist, the form and the preview will be.
 *
 * @param announcement said once the wait is worth mentioning
 */
export function waitingView(announcement: string): TemplateResult {
  return html`<div class="editor" aria-busy="true">
    <div class="checklist">${skeleton(1)}</div>
    <div class="columns">
      <div class="form"><div>${skeleton(24, announcement)}</div></div>
      <div class="preview"><div>${skeleton(16)}</div></div>
    </div>
  </div>`;
}
