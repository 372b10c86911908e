import { html, type TemplateResult } from 'lit';

/**
 * Bars where content is to come.
 *
 * @param lines how many, so that the place keeps about its final height
 * @param announce said to screen readers; give it once the wait is worth mentioning (`Remote.busy`)
 */
export function skeleton(lines: number, announce = ''): TemplateResult {
  return html`<div class="skeleton">
    ${Array.from({ length: lines }, () => html`<div class="skeleton-bar"></div>`)}
    <span class="visually-hidden" role="status">${announce}</span>
  </div>`;
}
