import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BillingBackend } from '../../contract/index.js';
import { BackendError } from '../../contract/errors.js';
import type { BillingErrorDetail } from '../../ui/bare-element.js';
import { backendContext, rememberRequests } from '../../ui/backend-context.js';
import { VERSION } from '../../ui/version.js';

/**
 * Gives every kit element inside it its backend: the one at `src`, or any other through `.backend`, which wins.
 * It may come late, change and go away; what is inside follows.
 *
 * @summary Provides a backend to the elements inside it.
 * @tag billing-provider
 * @slot - The elements that need a backend, with whatever lies between.
 * @event {CustomEvent<BillingErrorDetail>} billing-error - `src` is no address, or its client could not be loaded.
 */
export class BillingProvider extends LitElement {
  /** Version of the kit. */
  static readonly version: string = VERSION;

  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  /** Address of a server of the REST contract; http(s), relative to the page. */
  @property() src: string | null = null;

  /** Any other backend, for example one in the page. Wins over `src`. */
  @property({ attribute: false }) backend: BillingBackend | null = null;

  readonly #provider = new ContextProvider(this, { context: backendContext, initialValue: null });
  /** What `src` said last, so that a slow answer to an older one is dropped. */
  #wanted: string | null = null;

  override connectedCallback(): void {
    rememberRequests();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') || changed.has('src')) void this.#provide();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  async #provide(): Promise<void> {
    const src = this.backend ? null : this.src;
    if (src !== null && src === this.#wanted) return;
    this.#wanted = src;
    this.#provider.setValue(this.backend);
    if (src === null) return;
    try {
      const { createHttpBackend } = await import('../../backends/http/index.js');
      const backend = createHttpBackend({ url: src });
      if (this.#wanted === src) this.#provider.setValue(backend);
    } catch (cause) {
      const { code, message } = new BackendError('unavailable', { cause });
      this.dispatchEvent(
        new CustomEvent('billing-error', {
          detail: {
            code,
            message: `${message}: ${String(cause)}`,
            reason: null,
            element: this.localName,
          } satisfies BillingErrorDetail,
          bubbles: true,
          composed: true,
        }),
      );
    }
  }
}
