import { html, type TemplateResult } from 'lit';

export type BadgeKind = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A state as a dot and a word. */
export function badge(kind: BadgeKind, label: string): TemplateResult {
  return html`<span class="badge ${kind}">${label}</span>`;
}
