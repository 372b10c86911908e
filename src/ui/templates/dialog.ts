import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { icon } from './icon.js';

class Modal extends Directive {
  override render(open: boolean): unknown {
    return open && noChange;
  }

  override update(part: ElementPart, [open]: [boolean]): unknown {
    const dialog = part.element as HTMLDialogElement;
    // At its first render the dialog is not on the page yet.
    queueMicrotask(() => {
      if (!dialog.isConnected || dialog.open === open) return;
      if (open) dialog.showModal();
      else dialog.close();
    });
    return noChange;
  }
}

const modal = directive(Modal);

export interface Dialog {
  /** Unique in its shadow root. */
  id: string;
  /** Keep rendering it when closed, so that focus can go back to where it came from. */
  open: boolean;
  heading: string;
  body: unknown;
  /** Buttons at the foot. */
  actions?: unknown;
  closeLabel: string;
  /** The person wants it closed; set `open` to false. */
  onClose: () => void;
}

/** A native modal dialog: holds focus, closes with Escape, gives focus back. */
export function dialog({
  id,
  open,
  heading,
  body,
  actions,
  closeLabel,
  onClose,
}: Dialog): TemplateResult {
  // A browser may close it all the same, at the second Escape. The word of an earlier closing may come once it is open again.
  const onClosed = (event: Event) => {
    if (open && !(event.currentTarget as HTMLDialogElement).open) onClose();
  };
  const onCancel = (event: Event) => {
    // Whether it closes is for the element to say.
    event.preventDefault();
    onClose();
  };
  return html`<dialog
    class="dialog"
    id=${id}
    aria-labelledby="${id}-heading"
    ${modal(open)}
    @cancel=${onCancel}
    @close=${onClosed}
  >
    <div class="dialog-head">
      <h2 id="${id}-heading">${heading}</h2>
      <button class="icon-button" type="button" aria-label=${closeLabel} @click=${onClose}>
        ${icon('close')}
      </button>
    </div>
    <div class="dialog-body">${open ? body : nothing}</div>
    ${actions ? html`<div class="dialog-actions">${open ? actions : nothing}</div>` : nothing}
  </dialog>`;
}
