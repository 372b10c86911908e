import type { ReactiveController } from 'lit';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import type { DraftDesk } from '../controllers/draft-desk.js';

/**
 * Tells the host whether there is anything to lose, for its own router, and lets the browser ask before the page is left while a draft is
 * changed and kept nowhere.
 */
export class LeaveGuard implements ReactiveController {
  readonly #element: SeatkitElement;
  readonly #desk: DraftDesk;
  readonly #isManaged: () => boolean;
  #last = { dirty: false, kept: false };

  /** @param isManaged whether drafts are kept at all: without a backend the host keeps the value */
  constructor(element: SeatkitElement, desk: DraftDesk, isManaged: () => boolean) {
    this.#element = element;
    this.#desk = desk;
    this.#isManaged = isManaged;
    element.addController(this);
  }

  hostUpdated(): void {
    // An element that has left may still be drawn once.
    if (!this.#element.isConnected) return;
    const { dirty, unkept, rival } = this.#desk;
    const managed = this.#isManaged();
    const kept = dirty && managed && !unkept && !rival;
    if (dirty && managed && !kept) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
    if (dirty === this.#last.dirty && kept === this.#last.kept) return;
    this.#last = { dirty, kept };
    this.#element.emit('draft-changed', { dirty, kept });
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }

  /** The browser puts the question in its own words. */
  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}
