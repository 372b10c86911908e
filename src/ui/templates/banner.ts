import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorText } from '../../locales/common/base/strings.js';
import { icon } from './icon.js';
import { retryButton, type Retry } from './retry.js';

export type BannerKind = 'info' | 'success' | 'warning' | 'danger';

export interface BannerOptions {
  /** `alert` interrupts, `status` waits its turn; absent for what was there from the start. */
  role?: 'alert' | 'status';
  /** Buttons at the end. */
  actions?: unknown;
}

/** A message in place, with an icon that says its kind. */
export function banner(
  kind: BannerKind,
  content: unknown,
  { role, actions = nothing }: BannerOptions = {},
): TemplateResult {
  return html`<div class="banner ${kind}" role=${role ?? nothing}>
    <div class="banner-message">
      ${icon(kind)}
      <div>${content}</div>
    </div>
    ${actions}
  </div>`;
}

/** A failed action where it was made: what happened, that nothing was lost, what to do. */
export function errorBanner(text: ErrorText, retry?: Retry): TemplateResult {
  const content = html`<p class="banner-title">${text.title}</p>
    <p>${text.text}</p>
    <p>${text.next}</p>`;
  return banner('danger', content, {
    role: 'alert',
    actions: retry ? retryButton(retry) : nothing,
  });
}

/** Above content that could not be brought up to date. */
export function staleBanner(text: string, retry: Retry): TemplateResult {
  return banner('warning', text, { role: 'status', actions: retryButton(retry) });
}
