import { html, nothing, type TemplateResult } from 'lit';
import { banner } from '../../../ui/templates/banner.js';
import { icon } from '../../../ui/templates/icon.js';
import { retryButton } from '../../../ui/templates/retry.js';
import { errorText } from '../../../ui/texts.js';
import type { ExportFlow } from '../export/export-flow.js';
import type { ViewContext } from './context.js';

export interface ExportView extends ViewContext {
  exporter: ExportFlow;
  onExport: () => void;
  onCancelExport: () => void;
}

/** How far a long export has come, or why it failed and what can be done. */
export function exportView(view: ExportView): TemplateResult | typeof nothing {
  const { t, format, exporter, onExport, onCancelExport } = view;
  const { long, error, done, total } = exporter;
  if (error) {
    const text = html`<p class="banner-title">${t.export.failed}</p>
      <p>
        ${done > 0 ? t.export.kept(done, total, format) : nothing}
        ${errorText(t.errors, error).next}
      </p>`;
    const close = html`<button
      class="icon-button"
      type="button"
      aria-label=${t.common.close}
      @click=${onCancelExport}
    >
      ${icon('close')}
    </button>`;
    const actions = html`<div class="export-actions">
      ${retryButton({ label: t.common.retry, onRetry: onExport })} ${close}
    </div>`;
    return html`<div class="notice export-notice">
      ${banner('danger', text, { role: 'alert', actions })}
    </div>`;
  }
  if (!long) return nothing;
  const text = html`<p>${t.export.progress(done, total, format)}</p>
    <progress
      class="export-progress"
      aria-label=${t.export.button}
      max=${total}
      .value=${Math.min(done, total)}
    ></progress>`;
  const actions = html`<button
    class="button"
    type="button"
    id="cancel-export"
    @click=${onCancelExport}
  >
    ${t.export.cancel}
  </button>`;
  return html`<div class="notice export-notice">${banner('info', text, { actions })}</div>`;
}
