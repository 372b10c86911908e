import type { ReactiveController } from 'lit';
import type { BillingBackend, Change } from '../contract/index.js';
import type { CallHost } from './remote.js';

type WatchingHost = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/** Hears from the backend in force that something of the installation may have changed. */
export class BackendWatch implements ReactiveController {
  readonly #host: WatchingHost;
  readonly #onChange: (change: Change) => void;
  #backend: BillingBackend | null = null;
  #installationId = '';
  #stop: (() => void) | null = null;

  constructor(host: WatchingHost, onChange: (change: Change) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostUpdate(): void {
    const { activeBackend, installationId } = this.#host;
    if (activeBackend === this.#backend && installationId === this.#installationId) return;
    this.hostDisconnected();
    this.#backend = activeBackend;
    this.#installationId = installationId;
    if (!activeBackend || installationId === '') return;
    try {
      this.#stop = activeBackend.watch(installationId, (change) => this.#onChange(change));
    } catch (error) {
      // Without it the element still asks by itself, only later.
      this.#host.reportError(error);
    }
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#backend = null;
  }
}
