import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { BackendErrorCode, BillingBackend } from '../contract/index.js';
import { isBackendError, toBackendError } from '../contract/errors.js';
import { backendContext, rememberRequests } from './backend-context.js';
import type { Theme } from './theme.js';
import { VERSION } from './version.js';

/** What `billing-error` carries, for the host's log. */
export interface BillingErrorDetail {
  code: BackendErrorCode;
  /** For developers; never shown. */
  message: string;
  reason: string | null;
  /** Tag name of the element that reports it. */
  element: string;
}

declare global {
  interface HTMLElementEventMap {
    'billing-error': CustomEvent<BillingErrorDetail>;
  }
}

type Detail<Name extends keyof HTMLElementEventMap> =
  HTMLElementEventMap[Name] extends CustomEvent<infer D> ? D : never;

/** What is true of every element of the kit but its looks: where its backend, language, time zone and theme come from, and how it speaks up. */
export abstract class BareElement extends LitElement {
  /** Version of the kit, see `defineElement`. */
  static readonly version = VERSION;

  /** The backend to ask. Wins over the nearest provider. */
  @property({ attribute: false }) backend: BillingBackend | null = null;

  /** The installation this element is about. */
  @property({ attribute: 'installation-id', converter: (value) => value ?? '' })
  installationId = '';

  /** IANA name of the time zone that dates are shown in; the viewer's own when absent. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  /** Light, dark, or as the page (`color-scheme`). */
  @property({ reflect: true, useDefault: true }) theme: Theme = 'auto';

  #provided: BillingBackend | null = null;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: backendContext,
      subscribe: true,
      callback: (backend) => {
        this.#provided = backend;
      },
    });
  }

  /** The backend in force: the property, else the nearest provider's; null where there is none. */
  get activeBackend(): BillingBackend | null {
    return this.backend ?? this.#provided;
  }

  override connectedCallback(): void {
    rememberRequests();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.#provided) return;
    // Wherever it is put next has its own provider, or none.
    this.#provided = null;
    this.requestUpdate();
  }

  /** Dispatches an event of the kit; false when a listener prevented it. */
  emit<Name extends keyof HTMLElementEventMap>(
    name: Name,
    detail: Detail<Name>,
    { cancelable = false } = {},
  ): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }),
    );
  }

  /** Tells the host's log what failed; what people see is the element's own matter. */
  reportError(error: unknown): void {
    const { code, message, data } = toBackendError(error);
    const cause = isBackendError(error) ? message : String(error);
    this.emit('billing-error', {
      code,
      message: cause,
      reason: data.reason ?? null,
      element: this.localName,
    });
  }
}
