import { html, nothing, type TemplateResult } from 'lit';
import { banner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import type { TrustContext } from '../trust/context.js';

export interface ExportModel {
  open: boolean;
  /** The content of the file; null where there is no policy to export. */
  text: string | null;
  /** The version in force, where that is what the file holds. */
  version: number | null;
  /** How copying went. */
  status: string;
  onDownload: () => void;
  /** Given the field that holds the content. */
  onCopy: (content: HTMLTextAreaElement) => void;
  onClose: () => void;
}

/** The policy as a file, to take along to other customers. */
export function exportDialog(context: TrustContext, model: ExportModel): TemplateResult {
  const { t, w } = context;
  const { open, text, onDownload, onCopy, onClose } = model;
  const copy = ({ currentTarget }: Event) => {
    const content = (currentTarget as Element).closest('dialog')?.querySelector('textarea');
    if (content) onCopy(content);
  };
  return dialog({
    id: 'export-dialog',
    open,
    heading: w.export.title,
    body: open ? body(context, model) : nothing,
    actions:
      text === null
        ? undefined
        : html`<button class="button" type="button" @click=${copy}>${w.export.copy}</button>
            <button class="button primary" type="button" @click=${onDownload}>
              ${w.export.download}
            </button>`,
    closeLabel: t.common.close,
    onClose,
  });
}

function body({ w }: TrustContext, { text, version, status }: ExportModel): TemplateResult {
  if (text === null) {
    const { title, text: why, next } = w.export.nothing;
    return banner(
      'info',
      html`<p class="banner-title">${title}</p>
        <p>${why}</p>
        <p>${next}</p>`,
    );
  }
  return html`<p>${w.export.text}</p>
    ${version === null ? nothing : banner('info', w.export.published(version))}
    <textarea
      class="input code"
      id="export-content"
      rows="12"
      wrap="off"
      readonly
      aria-label=${w.export.content}
      .value=${text}
    ></textarea>
    <p role="status">${status}</p>`;
}
