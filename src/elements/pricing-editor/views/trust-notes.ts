import { html, nothing, type TemplateResult } from 'lit';
import { banner } from '../../../ui/templates/banner.js';
import type { TrustContext } from '../trust/context.js';

export interface NotesModel {
  /** Another tab keeps another draft. */
  rival: { onTake: () => void; onKeep: () => void } | null;
  /** A draft was replaced. */
  replaced: { onRecover: () => void; onDismiss: () => void } | null;
}

/** What happened to the draft, with ways on that lose nothing. */
export function trustNotes({ w }: TrustContext, { rival, replaced }: NotesModel): TemplateResult {
  return html`${
    rival
      ? banner(
          'warning',
          html`<p class="banner-title">${w.rival.title}</p>
            <p>${w.rival.text}</p>`,
          {
            role: 'alert',
            actions: html`<button
                class="button"
                type="button"
                id="take-rival"
                @click=${rival.onTake}
              >
                ${w.rival.take}
              </button>
              <button class="button" type="button" id="keep-mine" @click=${rival.onKeep}>
                ${w.rival.keep}
              </button>`,
          },
        )
      : nothing
  }
  ${
    replaced
      ? banner('info', html`<p>${w.replaced.text}</p>`, {
          actions: html`<button
              class="button"
              type="button"
              id="recover-replaced"
              @click=${replaced.onRecover}
            >
              ${w.replaced.recover}
            </button>
            <button class="button quiet" type="button" @click=${replaced.onDismiss}>
              ${w.replaced.dismiss}
            </button>`,
        })
      : nothing
  }`;
}
