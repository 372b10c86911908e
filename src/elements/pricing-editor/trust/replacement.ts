import type { Draft } from '../draft/draft.js';
import type { ProviderHost } from '../controllers/provider.js';

/** A draft that something else took the place of: kept until it is wanted again or not needed any more. */
export class Replacement {
  replaced: Draft | null = null;

  readonly #host: ProviderHost;

  constructor(host: ProviderHost) {
    this.#host = host;
  }

  /** Puts a draft in the place of the present one. */
  put(draft: Draft): void {
    this.remember();
    this.#host.desk.edit(draft);
  }

  /** Keeps the present draft, because something is about to take its place. One that says nothing of its own needs no keeping. */
  remember(): void {
    const { desk } = this.#host;
    if (desk.dirty) this.replaced = desk.draft;
  }

  /** Brings the draft back; the present one can be had back as after an undo. */
  recover(): void {
    if (!this.replaced) return;
    const { desk } = this.#host;
    const [present, replaced] = [desk.draft, this.replaced];
    this.forget();
    desk.edit(replaced);
    desk.dropped = present;
  }

  forget(): void {
    this.replaced = null;
    this.#host.requestUpdate();
  }
}
