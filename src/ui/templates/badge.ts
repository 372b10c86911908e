import { html, type TemplateResult } from 'lit';

export type BadgeKind = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A state as a dot and a word. */
export function badge(kind: BadgeKind, label: string): TemplateResult {
  return html`<span class=${badgeClass(kind)}>${label}</span>`;
}

export const badgeClass = (kind: BadgeKind): string => `badge ${kind}`;
