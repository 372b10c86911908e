import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parseStored, storeText, type SavedDraft } from '../draft/saved.js';

/** Typing goes on for a while; the draft is written when it rests. */
const REST_MS = 400;

/**
 * Keeps a draft in the browser between visits. Where the browser does not let it, {@link blocked} says so. What another tab wrote
 * meanwhile is never written over: it becomes the {@link rival}, and nothing is kept until somebody has chosen.
 */
export class DraftStore implements ReactiveController {
  /** The last write failed. */
  blocked = false;
  /** What another tab keeps for the same installation, newer than what this one read or wrote. */
  rival: SavedDraft | null = null;

  readonly #host: ReactiveControllerHost;
  #name: string | null = null;
  /** What this tab knows to be stored. */
  #known: string | null = null;
  #next: SavedDraft | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Turns to the draft of an installation, or to none, and gives what is kept there. */
  open(installationId: string | null): SavedDraft | null {
    this.#flush();
    this.#next = undefined;
    this.blocked = false;
    this.rival = null;
    this.#name = installationId === null ? null : `seatkit:pricing-draft:${installationId}`;
    if (this.#name === null) return null;
    try {
      this.#known = localStorage.getItem(this.#name);
      return parseStored(this.#known);
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

  /** Somebody has chosen: what is kept from now on takes the rival's place. */
  dropRival(): void {
    this.rival = null;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#flush);
    addEventListener('storage', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#flush);
    removeEventListener('storage', this.#look);
    this.#flush();
  }

  /** Whether another tab has written meanwhile. */
  readonly #look = (): void => {
    if (this.#name === null) return;
    try {
      const stored = localStorage.getItem(this.#name);
      if (stored === this.#known) return;
      this.#known = stored;
      this.rival = parseStored(stored);
      this.#host.requestUpdate();
    } catch {
      // What cannot be read is no rival.
    }
  };

  readonly #flush = (): void => {
    clearTimeout(this.#timer);
    if (this.#next === undefined || this.#name === null) return;
    this.#look();
    if (this.rival) return;
    const before = this.blocked;
    try {
      this.#known = this.#next && storeText(this.#next);
      if (this.#known === null) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, this.#known);
      this.blocked = false;
    } catch {
      this.blocked = true;
    }
    this.#next = undefined;
    if (this.blocked !== before) this.#host.requestUpdate();
  };
}
