import type { CSSResult } from 'lit';
import type { ReactiveController } from 'lit';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import { importPart } from '../../../ui/import-part.js';
import type { Trust } from '../trust/trust.js';
import type { ProviderHost } from './provider.js';

/** Fetches what is done with a policy as a whole: publishing, versions, files, templates. Typing begins before. */
export class TrustLoader implements ReactiveController {
  /** null until it is there. */
  trust: Trust | null = null;
  sheets: readonly CSSResult[] = [];
  failed = false;

  readonly #element: SeatkitElement;
  readonly #host: ProviderHost;
  readonly #onLoad: () => void;

  /** @param onLoad called once its style sheets are there */
  constructor(element: SeatkitElement, host: ProviderHost, onLoad: () => void) {
    this.#element = element;
    this.#host = host;
    this.#onLoad = onLoad;
    element.addController(this);
  }

  hostConnected(): void {
    if (!this.trust) void this.load();
  }

  /** Never rejects. */
  async load(): Promise<void> {
    this.failed = false;
    this.#element.requestUpdate();
    try {
      const { Trust, trustStyles } = await importPart(() => import('../trust/trust.js'));
      this.trust ??= new Trust(this.#element, this.#host);
      this.sheets = trustStyles;
      this.#onLoad();
    } catch (error) {
      this.failed = true;
      this.#element.reportError(error);
    }
    this.#element.requestUpdate();
  }
}
