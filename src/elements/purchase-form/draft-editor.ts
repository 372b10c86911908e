import type { ReactiveControllerHost } from 'lit';
import type { Instant, OrderKind, QuoteRequest } from '../../domain/index.js';
import type { Take } from './advice.js';
import { compose, type Composition, type PricedFacts } from './composition.js';
import { likelyDraft, type Draft } from './draft.js';
import { kindsFor } from './facts.js';
import { sameForfeit, type Forfeit } from './forfeit.js';

/** What the host page asks to begin with. */
export interface Wish {
  mode: OrderKind | null;
  seats: number | null;
  cycles: number | null;
}

/** Keeps what is typed, apart for each kind of order, so that looking at another kind loses nothing. */
export class DraftEditor {
  /** Whether a person has changed anything. */
  touched = false;
  /** Submitting was tried though something must be accepted first. */
  acceptanceMissing = false;

  readonly #host: ReactiveControllerHost;
  #chosen: OrderKind | null = null;
  #drafts: Partial<Record<OrderKind, Draft>> = {};
  #accepted: Forfeit | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The order as it stands now: the kind that was chosen, wished for or likely, and what is typed for it. */
  compose(facts: PricedFacts, wish: Wish, now: Instant): Composition {
    const kinds = kindsFor(facts, now);
    const kind =
      [this.#chosen, wish.mode].find((each) => each !== null && kinds.includes(each)) ??
      kinds[0] ??
      'new';
    const draft = (this.#drafts[kind] ??= likelyDraft(facts, kind, now, wish));
    return compose(facts, kind, draft, now);
  }

  chooseKind(kind: OrderKind): void {
    this.#chosen = kind;
    this.#changed();
  }

  type(kind: OrderKind, change: Partial<Draft>): void {
    const draft = this.#drafts[kind];
    if (draft) this.#drafts[kind] = { ...draft, ...change };
    this.#changed();
  }

  /** Takes an advice, which may be of another kind. */
  take({ kind, draft }: Take): void {
    this.#chosen = kind;
    this.#drafts[kind] = draft;
    this.#changed();
  }

  /** What an order that came to nothing asked for, where nothing else was typed since: a reload had forgotten it. */
  recover(request: QuoteRequest): void {
    const { kind, seats, cycles } = request;
    if (seats === undefined) return;
    this.take({ kind, draft: { seats: String(seats), cycles: String(cycles ?? 1) } });
  }

  /** Accepts, or no longer accepts, to lose exactly this. */
  accept(forfeit: Forfeit | null): void {
    this.#accepted = forfeit;
    this.acceptanceMissing = false;
    this.#host.requestUpdate();
  }

  /** Whether what an order takes away, if anything, has been accepted with these very numbers. */
  hasAccepted(forfeit: Forfeit | null): boolean {
    return forfeit === null || sameForfeit(forfeit, this.#accepted);
  }

  askForAcceptance(): void {
    this.acceptanceMissing = true;
    this.#host.requestUpdate();
  }

  /** Another beginning was wished for: what was only assumed is assumed anew, what was typed stays. */
  reconsider(): void {
    if (!this.touched) this.reset();
  }

  reset(): void {
    this.touched = false;
    this.acceptanceMissing = false;
    this.#chosen = null;
    this.#drafts = {};
    this.#accepted = null;
    this.#host.requestUpdate();
  }

  #changed(): void {
    this.touched = true;
    this.acceptanceMissing = false;
    this.#host.requestUpdate();
  }
}
