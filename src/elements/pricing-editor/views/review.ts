import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../contract/index.js';
import { errorBanner } from '../../../ui/templates/banner.js';
import { choice } from '../../../ui/templates/choice.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { icon } from '../../../ui/templates/icon.js';
import { errorText } from '../../../ui/texts.js';
import type { TrustContext } from '../trust/context.js';
import type { ReviewFindings } from '../trust/review.js';
import type { ChangeText } from '../change-words.js';
import { changesTable } from './changes.js';

export interface ReviewModel {
  open: boolean;
  /** The version it would become. */
  version: number;
  changes: readonly ChangeText[];
  findings: ReviewFindings;
  /** The risks have been taken responsibility for. */
  accepted: boolean;
  /** Publishing was wanted before that. */
  acceptFirst: boolean;
  pending: boolean;
  error: BackendError | undefined;
  onAccept: (accepted: boolean) => void;
  onConfirm: () => void;
  onClose: () => void;
}

/** What changes, for whom, and what is risky, before it is published. */
export function reviewDialog(context: TrustContext, model: ReviewModel): TemplateResult {
  const { t, w } = context;
  const { open, version, pending, onConfirm, onClose } = model;
  return dialog({
    id: 'review-dialog',
    open,
    heading: w.review.title(version),
    body: open ? body(context, model) : nothing,
    actions: html`<button class="button" type="button" @click=${onClose}>${t.common.cancel}</button>
      <button class="button primary" type="button" aria-busy=${pending} @click=${onConfirm}>
        ${w.review.confirm(version)}
      </button>`,
    closeLabel: t.common.close,
    onClose,
  });
}

function body(context: TrustContext, model: ReviewModel): TemplateResult {
  const { t, w } = context;
  const { version, changes, findings, error } = model;
  return html`${version === 1 ? html`<p>${w.review.first}</p>` : nothing}
  ${findings.effects.length > 0 ? effectsView(context, findings) : nothing}
  ${
    version === 1
      ? nothing
      : html`<section class="part">
          <h3>${w.review.changes}</h3>
          ${changesTable(t, changes)}
        </section>`
  }
  ${findings.risks.length > 0 ? risksView(context, model) : nothing}
  ${error ? errorBanner(errorText(t.errors, error)) : nothing}`;
}

function effectsView({ w }: TrustContext, { effects }: ReviewFindings): TemplateResult {
  return html`<section class="part">
    <h3>${w.review.who}</h3>
    <dl class="effects">
      ${effects.map(
        ({ audience, texts }) =>
          html`<div>
            <dt>${w.review.audiences[audience]}</dt>
            ${texts.map((text) => html`<dd>${text}</dd>`)}
          </div>`,
      )}
    </dl>
  </section>`;
}

function risksView(
  { w, format }: TrustContext,
  { findings: { risks }, accepted, acceptFirst, onAccept }: ReviewModel,
): TemplateResult {
  return html`<section class="risks">
    <h3>${icon('warning')}<span>${w.review.risk}</span></h3>
    <ul>
      ${risks.map((risk) => html`<li>${risk}</li>`)}
    </ul>
    ${choice({
      id: 'accept-risks',
      label: w.review.accept(risks.length, format),
      checked: accepted,
      issues: acceptFirst ? [w.review.acceptFirst] : [],
      onChange: onAccept,
    })}
  </section>`;
}
