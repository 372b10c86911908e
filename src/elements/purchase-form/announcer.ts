import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the text must stand still before it is read out. */
const CALM_MS = 700;

/** Hands a live region the last of many quick changes, so that typing a number is answered once. */
export class Announcer implements ReactiveController {
  /** What the live region says. */
  text = '';

  readonly #host: ReactiveControllerHost;
  #next: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The text as of now. The first one only sets the scene. */
  say(text: string): void {
    if (text === this.#next) return;
    const first = this.#next === null;
    this.#next = text;
    clearTimeout(this.#timer);
    if (first) return;
    this.#timer = setTimeout(() => {
      this.text = text;
      this.#host.requestUpdate();
    }, CALM_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
