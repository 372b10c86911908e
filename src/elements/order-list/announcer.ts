import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the live region of an element says. The same words again are a new message. */
export class Announcer implements ReactiveController {
  text = '';

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  say(text: string): void {
    // A live region is read out when its text changes.
    this.text = text === this.text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.text = '';
  }
}
