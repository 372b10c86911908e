import { html, nothing, type TemplateResult } from 'lit';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import { staleBanner } from '../../../ui/templates/banner.js';
import { skeleton } from '../../../ui/templates/skeleton.js';
import { stateView } from '../../../ui/templates/state-view.js';
import type { AsideSlots, TrustSlots } from './screen.js';

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

/** Stands in for what is beside the form until it has arrived. */
export function waitingAside(
  t: PricingEditorStrings,
  failed: boolean,
  onRetry: () => void,
): AsideSlots {
  const content = failed
    ? stateView({
        kind: 'failed',
        text: t.common.loadFailed,
        retry: { label: t.common.retry, onRetry },
      })
    : skeleton(16);
  return {
    preview: html`<div class="preview" aria-busy=${!failed}><div>${content}</div></div>`,
  };
}

/** Stands in for what is done with the policy as a whole. */
export function waitingTrust(
  t: PricingEditorStrings,
  failed: boolean,
  onRetry: () => void,
): TrustSlots {
  return {
    tools: html`<div class="tools" aria-busy=${!failed}></div>`,
    notes: failed
      ? staleBanner(t.common.loadFailed.title, { label: t.common.retry, onRetry })
      : nothing,
    dialogs: nothing,
  };
}
