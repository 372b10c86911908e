import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedPolicy } from '../../../contract/index.js';
import type { Policy } from '../../../domain/index.js';
import { comparePolicies } from '../../../domain/policy/compare.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { skeleton } from '../../../ui/templates/skeleton.js';
import { stateView } from '../../../ui/templates/state-view.js';
import { staleBanner } from '../../../ui/templates/banner.js';
import { errorText } from '../../../ui/texts.js';
import type { TrustContext } from '../trust/context.js';
import type { Compared, Comparison, History } from '../trust/history.js';
import { changeText, type ChangeText } from '../change-words.js';
import { changesTable } from './changes.js';

export interface HistoryModel {
  open: boolean;
  history: History;
  /** null while the draft says nothing else than what is published, or no policy. */
  draft: Policy | null;
  onRestore: (version: PublishedPolicy) => void;
  onClose: () => void;
}

/** Every version with who, when and what changed; any two side by side; an old one as a draft again. */
export function historyDialog(context: TrustContext, model: HistoryModel): TemplateResult {
  const { t, w } = context;
  return dialog({
    id: 'history-dialog',
    open: model.open,
    heading: w.history.title,
    body: model.open ? body(context, model) : nothing,
    closeLabel: t.common.close,
    onClose: model.onClose,
  });
}

function body(context: TrustContext, model: HistoryModel): TemplateResult {
  const { t, w, facts } = context;
  const { history, draft } = model;
  const { value, error, busy, state } = history.versions;
  const onRetry = () => void history.versions.refresh();
  if (!facts?.published || value?.length === 0) {
    return stateView({ kind: 'empty', text: w.history.empty });
  }
  if (!value) {
    return state === 'failed' && error
      ? stateView({
          kind: 'failed',
          text: errorText(t.errors, error),
          retry: { label: t.common.retry, busy, onRetry },
        })
      : html`<div aria-busy="true">${skeleton(8, busy ? t.common.loading : '')}</div>`;
  }
  const comparison = history.comparison(draft);
  const left = value.length - history.listed;
  return html`${
      history.versions.stale
        ? staleBanner(t.common.stale, { label: t.common.retry, busy, onRetry })
        : nothing
    }
    ${comparison ? comparisonView(context, model, value, comparison) : nothing}
    <ol class="versions">
      ${value
        .slice(0, history.listed)
        .map((version, index) => versionView(context, model, version, value[index + 1]))}
    </ol>
    ${
      left > 0
        ? html`<button class="button quiet" type="button" @click=${() => history.showOlder()}>
            ${w.history.older}
          </button>`
        : nothing
    }`;
}

function versionView(
  context: TrustContext,
  { onRestore }: HistoryModel,
  published: PublishedPolicy,
  before: PublishedPolicy | undefined,
): TemplateResult {
  const { w, format, facts, editable } = context;
  const { version, publishedBy, publishedAt } = published;
  const isCurrent = version === facts?.published?.version;
  return html`<li id="version-${version}">
    <div class="version-head">
      <h3>
        ${w.history.version(version)}
        ${isCurrent ? html`<span class="badge">${w.history.current}</span>` : nothing}
      </h3>
      ${
        editable && !isCurrent
          ? html`<button
              class="button quiet"
              type="button"
              id="restore-${version}"
              @click=${() => onRestore(published)}
            >
              ${w.history.restore(version)}
            </button>`
          : nothing
      }
    </div>
    <p class="muted">${w.history.published(publishedBy.userName, format.dateTime(publishedAt))}</p>
    ${differences(context, before, published)}
  </li>`;
}

function differences(
  context: TrustContext,
  before: PublishedPolicy | undefined,
  { version, policy }: PublishedPolicy,
): TemplateResult {
  const { t, w, format } = context;
  if (!before) return html`<p>${w.history.first}</p>`;
  const changes = changesBetween(context, before.policy, policy);
  if (changes.length === 0) return html`<p>${w.history.same}</p>`;
  return html`<details>
    <summary>${w.history.changes(changes.length, format)}</summary>
    ${changesTable(t, changes, {
      before: w.history.version(before.version),
      after: w.history.version(version),
    })}
  </details>`;
}

function comparisonView(
  context: TrustContext,
  { history, draft }: HistoryModel,
  versions: readonly PublishedPolicy[],
  { from, to, before, after }: Comparison,
): TemplateResult {
  const { t, w } = context;
  const name = (compared: Compared) =>
    compared === 'draft' ? w.history.draft : w.history.version(compared);
  const choices: Compared[] = [
    ...(draft ? ['draft' as const] : []),
    ...versions.map(({ version }) => version),
  ];
  const select = (id: string, label: string, chosen: Compared, onChange: (to: Compared) => void) =>
    html`<label class="compare-side"
      ><span>${label}</span>
      <select
        class="input"
        id=${id}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          onChange(value === 'draft' ? 'draft' : Number(value));
        }}
      >
        ${choices.map(
          (choice) =>
            html`<option value=${choice} .selected=${choice === chosen}>${name(choice)}</option>`,
        )}
      </select>
    </label>`;
  const changes = before && after ? changesBetween(context, before, after) : [];
  return html`<section class="part" aria-labelledby="compare-heading">
    <h3 id="compare-heading">${w.history.compare}</h3>
    <div class="fields">
      ${select('compare-from', w.history.from, from, (side) => history.compare({ from: side }))}
      ${select('compare-to', w.history.to, to, (side) => history.compare({ to: side }))}
    </div>
    <p class="muted" aria-live="polite">
      ${
        changes.length === 0 ? w.history.noDifferences : w.history.differences(name(from), name(to))
      }
    </p>
    ${
      changes.length === 0
        ? nothing
        : changesTable(t, changes, { before: name(from), after: name(to) })
    }
  </section>`;
}

function changesBetween({ t, format }: TrustContext, before: Policy, after: Policy): ChangeText[] {
  return comparePolicies(before, after).map((change) =>
    changeText(t, change, before, after, format),
  );
}
