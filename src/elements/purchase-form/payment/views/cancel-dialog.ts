import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../../contract/index.js';
import { errorBanner } from '../../../../ui/templates/banner.js';
import { dialog } from '../../../../ui/templates/dialog.js';
import { errorText } from '../../../../ui/texts.js';
import type { PaymentContext } from '../payment-context.js';

/** Whether one wants to change the order or to be rid of it. */
export type CancelIntent = 'back' | 'cancel';

export interface CancelDialog {
  /** null while it is closed. */
  intent: CancelIntent | null;
  pending: boolean;
  error: BackendError | undefined;
  onConfirm: (intent: CancelIntent) => void;
  onClose: () => void;
}

/** Asks before an order is cancelled. */
export function cancelDialog(
  { t }: PaymentContext,
  { intent, pending, error, onConfirm, onClose }: CancelDialog,
): TemplateResult {
  const confirm = intent === 'back' ? t.cancel.confirmBack : t.cancel.confirm;
  return dialog({
    id: 'cancel',
    open: intent !== null,
    heading: t.cancel.title,
    closeLabel: t.common.close,
    onClose,
    body: html`
      <p>${t.cancel.text}</p>
      ${error ? errorBanner(errorText(t.errors, error)) : nothing}
    `,
    actions: html`
      <button type="button" class="button" @click=${onClose}>${t.cancel.keep}</button>
      <button
        type="button"
        class="button danger"
        aria-busy=${pending ? 'true' : 'false'}
        @click=${() => intent && onConfirm(intent)}
      >
        ${confirm}
      </button>
    `,
  });
}
