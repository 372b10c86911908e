import { html, nothing, type TemplateResult } from 'lit';
import type { PolicyFileReading } from '../../../domain/index.js';
import { banner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { icon } from '../../../ui/templates/icon.js';
import type { TrustContext } from '../trust/context.js';
import { fileIssue } from '../trust/file-words.js';
import type { ImportDesk } from '../trust/import-desk.js';
import { changesTable } from './changes.js';
import type { ChangeText } from '../change-words.js';

/** More than these nobody mends in one go. */
const SHOWN_ISSUES = 50;

export interface ImportModel {
  open: boolean;
  desk: ImportDesk;
  /** What the file would change in the draft; null while the draft says no policy. */
  changes: readonly ChangeText[] | null;
  onShow: (path: string) => void;
  onUse: () => void;
  onClose: () => void;
}

/** A policy from a file or a paste: everything that is wrong with it, or what it would change. */
export function importDialog(context: TrustContext, model: ImportModel): TemplateResult {
  const { t, w } = context;
  const { open, desk, onUse, onClose } = model;
  return dialog({
    id: 'import-dialog',
    open,
    heading: w.import.title,
    body: open ? body(context, model) : nothing,
    actions: html`<button class="button" type="button" @click=${onClose}>${t.common.cancel}</button>
      <button
        class="button primary"
        type="button"
        id="use-import"
        ?disabled=${!desk.policy}
        @click=${onUse}
      >
        ${w.import.use}
      </button>`,
    closeLabel: t.common.close,
    onClose,
  });
}

function body(context: TrustContext, model: ImportModel): TemplateResult {
  const { w } = context;
  const { desk } = model;
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    desk.hold(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    desk.hold(false);
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) void desk.take(file);
    else if (text) desk.put(text);
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    void desk.take(file);
  };
  return html`<div
    class="drop ${desk.dragged ? 'dragged' : ''}"
    @dragenter=${onDrag}
    @dragover=${onDrag}
    @dragleave=${(event: DragEvent) => leaves(event) && desk.hold(false)}
    @drop=${onDrop}
    @paste=${onPaste}
  >
    <p>${w.import.text}</p>
    ${fileChooser(context, desk)}
    <label for="import-content">${w.import.content}</label>
    <textarea
      class="input code"
      id="import-content"
      rows="10"
      wrap="off"
      spellcheck="false"
      autocomplete="off"
      aria-describedby="import-findings"
      aria-invalid=${desk.reading?.ok === false}
      .value=${desk.text}
      @input=${(event: InputEvent) => desk.put((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <div id="import-findings" aria-live="polite">${summary(context, model)}</div>
    ${details(context, model)}
  </div>`;
}

function leaves({ currentTarget, relatedTarget }: DragEvent): boolean {
  return !(relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget));
}

function fileChooser({ w }: TrustContext, desk: ImportDesk): TemplateResult {
  const onChange = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again once it is mended.
    input.value = '';
    if (file) void desk.take(file);
  };
  return html`<div class="actions">
    <input
      class="visually-hidden"
      id="import-file"
      type="file"
      accept=".json,application/json"
      @change=${onChange}
    />
    <label class="button" for="import-file">${w.import.choose}</label>
    <span class="muted" aria-hidden="true">${w.import.drop}</span>
  </div>`;
}

function summary({ w, format }: TrustContext, { desk, changes }: ImportModel): TemplateResult {
  const { reading, failed } = desk;
  if (failed) return banner('danger', w.import.unreadable);
  if (!reading) return html`<p class="muted">${w.import.empty}</p>`;
  if (!reading.ok) return banner('danger', w.import.issues(reading.issues.length, format));
  if (!changes) return banner('success', w.import.readyFirst);
  return banner(
    'success',
    changes.length === 0 ? w.import.same : w.import.ready(changes.length, format),
  );
}

function details(context: TrustContext, model: ImportModel): TemplateResult | typeof nothing {
  const { reading } = model.desk;
  if (reading?.ok === false) return issuesView(context, reading, model);
  const changes = model.changes ?? [];
  const { t, w } = context;
  const sides = { before: w.history.draft, after: w.import.places.file };
  return reading && changes.length > 0 ? changesTable(t, changes, sides) : nothing;
}

function issuesView(
  context: TrustContext,
  { issues }: Extract<PolicyFileReading, { ok: false }>,
  { desk, onShow }: ImportModel,
): TemplateResult {
  const { w, format } = context;
  const rest = issues.length - SHOWN_ISSUES;
  return html`<ul class="file-issues">
      ${issues.slice(0, SHOWN_ISSUES).map((issue) => {
        const { place, text } = fileIssue(context, issue);
        return html`<li>
          ${icon('danger')}
          <span>
            <strong>${place}</strong>
            ${issue.path === '' ? nothing : html`<code>${issue.path.slice(0, 120)}</code>`}
            <span>${text}</span>
          </span>
          ${
            issue.path === '' || desk.text === ''
              ? nothing
              : html`<button
                  class="link"
                  type="button"
                  aria-label=${w.import.showIn(place)}
                  @click=${() => onShow(issue.path)}
                >
                  ${w.import.show}
                </button>`
          }
        </li>`;
      })}
    </ul>
    ${rest > 0 ? html`<p class="muted">${w.import.more(rest, format)}</p>` : nothing}`;
}
