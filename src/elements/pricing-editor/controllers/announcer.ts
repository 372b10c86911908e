import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a price must stand still before it is read out. */
const CALM_MS = 700;

/** What the element's live region says: results at once, prices when they have come to rest. */
export class Announcer implements ReactiveController {
  text = '';

  readonly #host: ReactiveControllerHost;
  #price: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  say(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
  }

  /** The price as it is now. The first one only sets the scene. */
  price(text: string): void {
    if (text === this.#price) return;
    const isFirst = this.#price === null;
    this.#price = text;
    clearTimeout(this.#timer);
    if (!isFirst) this.#timer = setTimeout(() => this.say(text), CALM_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
