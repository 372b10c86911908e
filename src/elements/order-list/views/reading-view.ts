import { html, nothing, type TemplateResult } from 'lit';
import { banner } from '../../../ui/templates/banner.js';
import { icon } from '../../../ui/templates/icon.js';
import { retryButton } from '../../../ui/templates/retry.js';
import { errorText } from '../../../ui/texts.js';
import type { ReadingContext, ReadingFlow } from '../export/reading-flow.js';

export interface ReadingView extends ReadingContext {
  flow: Pick<ReadingFlow<never>, 'name' | 'long' | 'error' | 'done' | 'total'>;
  onRetry: () => void;
  onCancel: () => void;
}

/** How far many orders have been read, or why that failed and what can be done. */
export function readingView(view: ReadingView): TemplateResult | typeof nothing {
  const { t, tools, format, flow, onRetry, onCancel } = view;
  const { name, long, error, done, total } = flow;
  const texts = tools[name];
  if (error) {
    const text = html`<p class="banner-title">${texts.failed}</p>
      <p>
        ${done > 0 ? texts.kept(done, total, format) : nothing} ${errorText(t.errors, error).next}
      </p>`;
    const close = html`<button
      class="icon-button"
      type="button"
      aria-label=${t.common.close}
      @click=${onCancel}
    >
      ${icon('close')}
    </button>`;
    const actions = html`<div class="reading-actions">
      ${retryButton({ label: t.common.retry, onRetry })} ${close}
    </div>`;
    return html`<div class="notice ${name}-notice">
      ${banner('danger', text, { role: 'alert', actions })}
    </div>`;
  }
  if (!long) return nothing;
  const text = html`<p>${texts.progress(done, total, format)}</p>
    <progress
      class="reading-progress"
      aria-label=${t.tools[name]}
      max=${total}
      .value=${Math.min(done, total)}
    ></progress>`;
  const actions = html`<button class="button" type="button" id="cancel-${name}" @click=${onCancel}>
    ${texts.cancel}
  </button>`;
  return html`<div class="notice ${name}-notice">${banner('info', text, { actions })}</div>`;
}
