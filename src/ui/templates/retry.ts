import { html, type TemplateResult } from 'lit';

export interface Retry {
  label: string;
  /** It is being tried again right now. */
  busy?: boolean;
  onRetry: () => void;
}

export function retryButton({ label, busy = false, onRetry }: Retry): TemplateResult {
  return html`<button class="button" type="button" aria-busy=${busy} @click=${onRetry}>
    ${label}
  </button>`;
}
