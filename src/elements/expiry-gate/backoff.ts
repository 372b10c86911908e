import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/** Tries something again and again, ever later, until it is told to stop; at once when the network returns. */
export class Backoff implements ReactiveController {
  readonly #retry: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(host: ReactiveControllerHost, retry: () => void) {
    this.#retry = retry;
    host.addController(this);
  }

  /** It failed once more. @param atLeast milliseconds the backend asked to wait */
  failed(atLeast = 0): void {
    clearTimeout(this.#timer);
    const wait = Math.min(FIRST_MS * 2 ** this.#failures++, LONGEST_MS);
    // Spread, so that many pages do not ask in the same moment.
    this.#timer = setTimeout(this.#retry, Math.max(atLeast, wait * (0.75 + Math.random() / 2)));
  }

  /** It worked, or need not be tried again. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#failures = 0;
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    this.stop();
  }

  readonly #onOnline = (): void => {
    if (this.#timer !== undefined) this.#retry();
  };
}
