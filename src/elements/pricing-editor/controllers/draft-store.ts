import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parseStored, storeText, type SavedDraft } from '../draft/saved.js';

/** Typing goes on for a while; the draft is written when it rests. */
const REST_MS = 400;

/** Keeps a draft in the browser between visits. Where the browser does not let it, {@link blocked} says so. */
export class DraftStore implements ReactiveController {
  /** The last write failed. */
  blocked = false;

  readonly #host: ReactiveControllerHost;
  #name: string | null = null;
  #next: SavedDraft | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Turns to the draft of an installation, or to none, and gives what is kept there. */
  open(installationId: string | null): SavedDraft | null {
    this.#flush();
    this.blocked = false;
    this.#name = installationId === null ? null : `seatkit:pricing-draft:${installationId}`;
    if (this.#name === null) return null;
    try {
      return parseStored(localStorage.getItem(this.#name));
    } catch {
      this.blocked = true;
      return null;
    }
  }

  /** Keeps a draft from now on; null forgets the one that is kept. */
  keep(saved: SavedDraft | null): void {
    if (this.#name === null) return;
    this.#next = saved;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), REST_MS);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#flush);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#flush);
    this.#flush();
  }

  readonly #flush = (): void => {
    clearTimeout(this.#timer);
    if (this.#next === undefined || this.#name === null) return;
    const before = this.blocked;
    try {
      if (this.#next === null) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, storeText(this.#next));
      this.blocked = false;
    } catch {
      this.blocked = true;
    }
    this.#next = undefined;
    if (this.blocked !== before) this.#host.requestUpdate();
  };
}
