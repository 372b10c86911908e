import type { ReactiveController } from 'lit';
import type { BillingBackend } from '../../contract/index.js';
import { BackendWatch } from '../../ui/backend-watch.js';
import type { CallHost } from '../../ui/remote.js';

/** Changes come in flocks; one question answers them. Of all installations they may never end. */
const CALM_MS = 100;
const CALM_OF_ALL_MS = 1000;

/** A backend may have no way to tell. */
const ASK_MS = 60_000;

type LiveHost = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/**
 * Says when orders may have changed: the backend says so, of the installation or, where none is named, of any; the page was hidden and is
 * seen again; or, while it is seen, a minute has passed.
 */
export class Live implements ReactiveController {
  readonly #host: LiveHost;
  readonly #onChange: () => void;
  readonly #watch: BackendWatch;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #minute: ReturnType<typeof setInterval> | undefined;

  constructor(host: LiveHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
    this.#watch = new BackendWatch(host, () => this.#soon(), { all: true });
  }

  /** The backend would not be watched, so that changes come by asking alone. */
  get failed(): boolean {
    return this.#watch.failed;
  }

  /** Tries again to watch, and asks. */
  retry(): void {
    this.#watch.retry();
    this.#onChange();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#ifSeen);
    this.#minute = setInterval(this.#ifSeen, ASK_MS);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#ifSeen);
    clearInterval(this.#minute);
    clearTimeout(this.#calm);
    this.#calm = undefined;
  }

  #soon(): void {
    this.#calm ??= setTimeout(
      () => {
        this.#calm = undefined;
        this.#onChange();
      },
      this.#host.installationId === '' ? CALM_OF_ALL_MS : CALM_MS,
    );
  }

  readonly #ifSeen = (): void => {
    if (document.visibilityState === 'visible') this.#onChange();
  };
}
