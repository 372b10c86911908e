import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedPolicy } from '../../../contract/index.js';
import { icon } from '../../../ui/templates/icon.js';
import type { Part } from '../draft/rebase.js';
import type { TrustContext } from '../trust/context.js';
import type { MergePart, Side } from '../trust/merge.js';

export interface ConflictModel {
  theirs: PublishedPolicy;
  /** null where nothing was published when the draft began. */
  baseVersion: number | null;
  /** The draft was found again from an earlier visit. */
  found: boolean;
  parts: readonly MergePart[];
  onChoose: (parts: readonly Part[], side: Side) => void;
  onGoOn: () => void;
  onDrop: () => void;
}

/** Somebody else published meanwhile: their change beside yours, a choice for each, and ways on that lose nothing. */
export function conflictView(context: TrustContext, model: ConflictModel): TemplateResult {
  const { w, format } = context;
  const { theirs, baseVersion, found, parts, onGoOn, onDrop } = model;
  const { version, publishedAt, publishedBy } = theirs;
  return html`<section class="conflict" aria-labelledby="conflict">
    <h3 id="conflict" tabindex="-1">
      ${icon('warning')}
      <span>
        ${w.conflict.title(version, publishedBy.userName, format.dateTime(publishedAt))}
      </span>
    </h3>
    ${found && baseVersion !== null ? html`<p>${w.conflict.older(baseVersion)}</p>` : nothing}
    <p>${w.conflict.text}</p>
    ${parts.length === 0 ? nothing : table(context, model)}
    <div class="actions">
      <button class="button primary" type="button" @click=${onGoOn}>
        ${w.conflict.goOn(version)}
      </button>
      <button class="button" type="button" id="drop-draft" @click=${onDrop}>
        ${w.conflict.drop(version)}
      </button>
    </div>
  </section>`;
}

function table(context: TrustContext, model: ConflictModel): TemplateResult {
  const { t, w } = context;
  const { theirs, baseVersion, parts, onChoose } = model;
  const all = parts.map(({ part }) => part);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${w.conflict.choose}>
      <table class="table changes choices">
        <thead>
          <tr>
            <th scope="col">${t.changes.what}</th>
            ${
              baseVersion === null
                ? nothing
                : html`<th class="base" scope="col">${w.conflict.base(baseVersion)}</th>`
            }
            <th scope="col">${w.conflict.theirs(theirs.version)}</th>
            <th scope="col">${w.conflict.yours}</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map((part) => row(context, part, model))}
        </tbody>
      </table>
    </div>
    <div class="actions">
      <button class="link" type="button" id="all-theirs" @click=${() => onChoose(all, 'theirs')}>
        ${w.conflict.allTheirs}
      </button>
      <button class="link" type="button" id="all-yours" @click=${() => onChoose(all, 'yours')}>
        ${w.conflict.allYours}
      </button>
    </div>`;
}

function row(
  { w }: TrustContext,
  { part, what, rows, both, chosen }: MergePart,
  { baseVersion, onChoose }: ConflictModel,
): TemplateResult {
  const several = rows.length > 1;
  const line = (name: string, value: string) =>
    html`<span class="line"
      >${several ? html`<span class="muted">${name}</span> ` : nothing}${value}</span
    >`;
  const side = (name: Side, label: string) =>
    html`<td>
      <label class="side">
        <input
          type="radio"
          name="merge-${part}"
          value=${name}
          .checked=${chosen === name}
          @change=${() => onChoose([part], name)}
        />
        <span>
          <span class="visually-hidden">${label}</span>
          ${rows.map((each) => line(each.what, each[name]))}
        </span>
      </label>
    </td>`;
  return html`<tr>
    <th scope="row">
      ${what} ${both ? html`<div class="muted">${w.conflict.both}</div>` : nothing}
    </th>
    ${
      baseVersion === null
        ? nothing
        : html`<td class="base muted">${rows.map((each) => line(each.what, each.base ?? ''))}</td>`
    }
    ${side('theirs', w.conflict.takeTheirs(what))} ${side('yours', w.conflict.keepYours(what))}
  </tr>`;
}
