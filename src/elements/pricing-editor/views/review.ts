import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../contract/index.js';
import type { PolicyWarning } from '../../../domain/index.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import { errorBanner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { icon } from '../../../ui/templates/icon.js';
import { errorText } from '../../../ui/texts.js';
import { warningText, type ChangeText } from '../words.js';
import { changesTable } from './changes.js';

export interface ReviewModel {
  open: boolean;
  /** The version it would become. */
  version: number;
  /** Whether customers may already have bought by an earlier version. */
  launched: boolean;
  changes: readonly ChangeText[];
  warnings: readonly PolicyWarning[];
  /** null while the draft says no policy. */
  context: PriceContext | null;
  pending: boolean;
  error: BackendError | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** What changes, for whom, and what looks risky, before it is published. */
export function reviewDialog(t: PricingEditorStrings, model: ReviewModel): TemplateResult {
  const { open, version, pending, onConfirm, onClose } = model;
  return dialog({
    id: 'review-dialog',
    open,
    heading: t.review.title(version),
    body: body(t, model),
    actions: html`<button class="button" type="button" @click=${onClose}>${t.common.cancel}</button>
      <button class="button primary" type="button" aria-busy=${pending} @click=${onConfirm}>
        ${t.review.confirm(version)}
      </button>`,
    closeLabel: t.common.close,
    onClose,
  });
}

function body(t: PricingEditorStrings, model: ReviewModel): TemplateResult {
  const { launched, version, changes, warnings, context, error } = model;
  return html`<p>${launched ? t.review.running : t.review.first}</p>
    ${version === 1 ? html`<p>${t.changes.first}</p>` : changesTable(t, changes)}
    ${
      warnings.length > 0 && context
        ? html`<section class="warnings">
            <h3>${t.review.risk}</h3>
            <ul>
              ${warnings.map(
                (warning) =>
                  html`<li>${icon('warning')}<span>${warningText(t, warning, context)}</span></li>`,
              )}
            </ul>
          </section>`
        : nothing
    }
    ${error ? errorBanner(errorText(t.errors, error)) : nothing}`;
}
