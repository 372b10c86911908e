import type { ReactiveController } from 'lit';
import type { BillingBackend, Change } from '../contract/index.js';
import type { CallHost } from './remote.js';

type WatchingHost = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/**
 * Hears from the backend in force that something of the installation may have changed; with `all`, of any where none is named.
 */
export class BackendWatch implements ReactiveController {
  readonly #host: WatchingHost;
  readonly #onChange: (change: Change) => void;
  readonly #all: boolean;
  #backend: BillingBackend | null = null;
  #installationId = '';
  #stop: (() => void) | null = null;
  #failed = false;

  constructor(host: WatchingHost, onChange: (change: Change) => void, { all = false } = {}) {
    this.#host = host;
    this.#onChange = onChange;
    this.#all = all;
    host.addController(this);
  }

  hostUpdate(): void {
    const { activeBackend, installationId } = this.#host;
    if (activeBackend === this.#backend && installationId === this.#installationId) return;
    this.hostDisconnected();
    this.#backend = activeBackend;
    this.#installationId = installationId;
    this.#failed = false;
    if (!activeBackend || (installationId === '' && !this.#all)) return;
    try {
      this.#stop = activeBackend.watch(installationId || null, (change) => this.#onChange(change));
    } catch (error) {
      // Without it the element still asks by itself, only later.
      this.#failed = true;
      this.#host.reportError(error);
    }
  }

  /** The backend in force would not be watched. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Tries again to watch. */
  retry(): void {
    this.hostDisconnected();
    this.#host.requestUpdate();
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
