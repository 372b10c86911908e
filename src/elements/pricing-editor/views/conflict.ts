import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedPolicy } from '../../../contract/index.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { Format } from '../../../ui/format.js';
import { icon } from '../../../ui/templates/icon.js';
import type { ConflictRow } from '../conflict.js';

export interface ConflictModel {
  theirs: PublishedPolicy;
  /** null where nothing was published when the draft began. */
  baseVersion: number | null;
  rows: readonly ConflictRow[];
  onRebase: () => void;
  onTake: () => void;
}

/** Somebody else published meanwhile: their change beside yours, and two ways on that lose nothing. */
export function conflictView(
  t: PricingEditorStrings,
  format: Format,
  { theirs, baseVersion, rows, onRebase, onTake }: ConflictModel,
): TemplateResult {
  const { version, publishedAt, publishedBy } = theirs;
  return html`<section class="conflict" aria-labelledby="conflict">
    <h3 id="conflict" tabindex="-1">
      ${icon('warning')}
      <span>
        ${t.conflict.title(version, publishedBy.userName, format.dateTime(publishedAt))}
      </span>
    </h3>
    <p>${t.conflict.text}</p>
    ${
      rows.length === 0
        ? nothing
        : html`<div
            class="scroll"
            tabindex="0"
            role="group"
            aria-label=${t.conflict.theirs(version)}
          >
            ${table(t, version, baseVersion, rows)}
          </div>`
    }
    <div class="actions">
      <button class="button primary" type="button" @click=${onRebase}>
        ${t.conflict.rebase(version)}
      </button>
      <button class="button" type="button" @click=${onTake}>${t.conflict.take(version)}</button>
    </div>
  </section>`;
}

function table(
  t: PricingEditorStrings,
  version: number,
  baseVersion: number | null,
  rows: readonly ConflictRow[],
): TemplateResult {
  const withBase = baseVersion !== null;
  return html`<table class="table changes">
    <thead>
      <tr>
        <th scope="col">${t.changes.what}</th>
        ${withBase ? html`<th scope="col">${t.conflict.base(baseVersion)}</th>` : nothing}
        <th scope="col">${t.conflict.theirs(version)}</th>
        <th scope="col">${t.conflict.yours}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.what}</th>
            ${withBase ? html`<td class="muted">${row.base}</td>` : nothing}
            <td>${row.theirs}</td>
            <td>
              ${row.yours} ${row.both ? html`<div class="muted">${t.conflict.both}</div>` : nothing}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
