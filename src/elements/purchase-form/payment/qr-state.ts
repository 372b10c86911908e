import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { drawQrCode, type QrDrawing } from './qr-code.js';

/** The drawing of a code as far as it has come. */
export type QrState = { drawing: QrDrawing } | 'drawing' | 'failed';

/** Draws the code that is to be shown, once for each text. */
export class QrCode implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text: string | null = null;
  #state: QrState = 'drawing';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#state === 'failed') this.retry();
  }

  /** The drawing of `text`, begun if need be. */
  of(text: string | null): QrState {
    if (text !== this.#text) {
      this.#text = text;
      this.#state = 'drawing';
      if (text !== null) void this.#draw(text);
    }
    return this.#state;
  }

  retry(): void {
    this.#text = null;
    this.#host.requestUpdate();
  }

  async #draw(text: string): Promise<void> {
    let state: QrState;
    try {
      state = { drawing: await drawQrCode(text) };
    } catch {
      state = 'failed';
    }
    if (this.#text !== text) return;
    this.#state = state;
    this.#host.requestUpdate();
  }
}
