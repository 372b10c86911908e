import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError, PublishedPolicy } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import { addDays } from '../../../domain/instant.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { Format } from '../../../ui/format.js';
import { errorBanner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { errorText } from '../../../ui/texts.js';

export interface LaunchModel {
  open: boolean;
  published: PublishedPolicy | null;
  now: Instant;
  pending: boolean;
  error: BackendError | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before the trial begins, and says when it would end. */
export function launchDialog(
  t: PricingEditorStrings,
  format: Format,
  { open, published, now, pending, error, onConfirm, onClose }: LaunchModel,
): TemplateResult {
  return dialog({
    id: 'launch-dialog',
    open: open && published !== null,
    heading: t.checklist.launchTitle,
    body: published ? body(t, format, published, now, error) : nothing,
    actions: html`<button class="button" type="button" @click=${onClose}>${t.common.cancel}</button>
      <button class="button primary" type="button" aria-busy=${pending} @click=${onConfirm}>
        ${t.checklist.launch}
      </button>`,
    closeLabel: t.common.close,
    onClose,
  });
}

function body(
  t: PricingEditorStrings,
  format: Format,
  { policy: { trial }, version }: PublishedPolicy,
  now: Instant,
  error: BackendError | undefined,
): TemplateResult {
  const days = (count: number) => t.quotes.days(count, format);
  const end = format.dateTime(addDays(now, trial.days));
  return html`<p>${t.checklist.launchText(end, days(trial.days))}</p>
    ${
      trial.extraDays === null
        ? nothing
        : html`<p>${t.checklist.launchExtra(days(trial.extraDays))}</p>`
    }
    <p>${t.checklist.launchTerms(version)}</p>
    ${error ? errorBanner(errorText(t.errors, error)) : nothing}`;
}
