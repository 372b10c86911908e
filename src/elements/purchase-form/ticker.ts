import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws the host again every so often: a countdown each second, a price that depends on the day now and then. */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;
  #every: number | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Milliseconds between two draws; null for none. */
  every(milliseconds: number | null): void {
    if (milliseconds === this.#every) return;
    this.#every = milliseconds;
    this.#restart();
  }

  hostConnected(): void {
    this.#restart();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #restart(): void {
    clearInterval(this.#timer);
    if (this.#every === null) return;
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#every);
  }
}
