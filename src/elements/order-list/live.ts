import type { ReactiveController } from 'lit';
import type { BillingBackend } from '../../contract/index.js';
import { BackendWatch } from '../../ui/backend-watch.js';
import type { CallHost } from '../../ui/remote.js';

/** Changes come in flocks; one question answers them. */
const CALM_MS = 100;

type LiveHost = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/**
 * Says when orders may have changed: the backend says so, or the page was hidden and is seen again. A backend is watched for one
 * installation; a list of all of them only hears of the page.
 */
export class Live implements ReactiveController {
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LiveHost, onChange: () => void) {
    this.#onChange = onChange;
    host.addController(this);
    new BackendWatch(host, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(onChange, CALM_MS);
    });
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.#timer);
  }

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') this.#onChange();
  };
}
