import type { ReactiveController } from 'lit';
import type { CallHost } from '../../../ui/remote.js';
import type * as aside from '../aside.js';

type Aside = typeof aside;

/** Fetches what stands beside the form, apart from the form itself, so that typing can begin sooner. */
export class AsideLoader implements ReactiveController {
  /** null until it is there. */
  aside: Aside | null = null;
  failed = false;

  readonly #host: CallHost;

  constructor(host: CallHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.aside) void this.load();
  }

  /** Never rejects. */
  async load(): Promise<void> {
    this.failed = false;
    this.#host.requestUpdate();
    try {
      this.aside = await import('../aside.js');
    } catch (error) {
      this.failed = true;
      this.#host.reportError(error);
    }
    this.#host.requestUpdate();
  }
}
