import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError, PublishedPolicy } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import { addDays } from '../../../domain/instant.js';
import { errorBanner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { errorText } from '../../../ui/texts.js';
import type { TrustContext } from '../trust/context.js';

export interface LaunchModel {
  open: boolean;
  published: PublishedPolicy | null;
  now: Instant;
  pending: boolean;
  error: BackendError | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before the trial begins, and says when it would end and what happens then. */
export function launchDialog(
  context: TrustContext,
  { open, published, now, pending, error, onConfirm, onClose }: LaunchModel,
): TemplateResult {
  const { t, w } = context;
  return dialog({
    id: 'launch-dialog',
    open: open && published !== null,
    heading: w.launch.title,
    body: published ? body(context, published, now, error) : nothing,
    actions: html`<button class="button" type="button" @click=${onClose}>${t.common.cancel}</button>
      <button class="button primary" type="button" aria-busy=${pending} @click=${onConfirm}>
        ${t.checklist.launch}
      </button>`,
    closeLabel: t.common.close,
    onClose,
  });
}

function body(
  { t, w, format }: TrustContext,
  { policy: { trial }, version }: PublishedPolicy,
  now: Instant,
  error: BackendError | undefined,
): TemplateResult {
  const days = (count: number) => t.quotes.days(count, format);
  const end = format.dateTime(addDays(now, trial.days));
  const zone = format.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return html`<p>${w.launch.text(end, days(trial.days))}</p>
    <p>${w.launch.then(trial.extraDays === null ? null : days(trial.extraDays))}</p>
    <p>${w.launch.terms(version)}</p>
    <p class="muted">${w.launch.zone(zone)}</p>
    ${error ? errorBanner(errorText(t.errors, error)) : nothing}`;
}
