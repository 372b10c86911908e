import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { InstallationEntitlement } from '../../src/contract/index.js';

/** What is asked for an answer. */
export interface BareBackend {
  entitlement(id: string): Promise<InstallationEntitlement>;
}

/**
 * What someone would write with Lit for one page: begins with what an earlier page kept, asks, keeps the answer, sets a timer for the next
 * change, shows the app. It trusts the backend's word and the device's clock, and knows nothing of failures, words or other tabs.
 */
export class BareGate extends LitElement {
  static override properties = {
    installationId: { attribute: 'installation-id' },
    blocked: { type: Boolean, reflect: true },
  };

  declare installationId: string;
  declare blocked: boolean;
  backend: BareBackend | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.installationId = '';
    this.blocked = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onShow);
    const kept = localStorage.getItem(`bare:${this.installationId}`);
    if (kept !== null) this.#take(JSON.parse(kept) as InstallationEntitlement);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onShow);
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    return html`${this.blocked ? nothing : html`<div><slot></slot></div>`}`;
  }

  readonly #onShow = (): void => void this.#ask();

  readonly #ask = async (): Promise<void> => {
    const answer = await this.backend?.entitlement(this.installationId);
    if (!answer) return;
    localStorage.setItem(`bare:${this.installationId}`, JSON.stringify(answer));
    this.#take(answer);
    this.dispatchEvent(new CustomEvent('answered', { bubbles: true, composed: true }));
  };

  #take({ blocked, nextChangeAt, now }: InstallationEntitlement): void {
    this.blocked = blocked;
    clearTimeout(this.#timer);
    if (nextChangeAt === null) return;
    const wait = Math.min(Date.parse(nextChangeAt) - Date.parse(now), 2 ** 31 - 1);
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }
}
