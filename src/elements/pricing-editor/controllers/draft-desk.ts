import type { ReactiveControllerHost } from 'lit';
import type { Policy, PolicyChange, PolicyIssue } from '../../../domain/index.js';
import { assess, changesSince, foreignIssues, says, type Assessment } from '../assess.js';
import { BLANK_DRAFT, type Draft } from '../draft/draft.js';
import { draftOf } from '../draft/from-policy.js';
import { changedParts, rebase, type Part } from '../draft/rebase.js';
import type { DraftIssue } from '../draft/read.js';
import { tidy } from '../draft/tidy.js';
import type { Base, SavedDraft } from '../draft/saved.js';
import { DraftStore } from './draft-store.js';

/**
 * The draft on the desk: what it says, what it began from, what somebody else published meanwhile. Whatever was typed can be had
 * back: it is kept between visits, and what an undo took away can be recovered.
 */
export class DraftDesk {
  draft: Draft = BLANK_DRAFT;
  /** The published version it began from; null before the first, and without a backend. */
  base: Base | null = null;
  /** A newer version by somebody else. */
  theirs: Base | null = null;
  /** What the last undo took away. */
  dropped: Draft | null = null;
  /** Found again from an earlier visit. */
  found = false;
  /** What of a given policy the draft cannot show; somebody has to go on without it first. */
  foreign: readonly PolicyIssue[] = [];

  readonly #host: ReactiveControllerHost;
  readonly #store: DraftStore;
  readonly #onEdited: () => void;
  #origin: Draft = BLANK_DRAFT;
  // Each is asked for several times with every drawing.
  #assessed: { draft: Draft; assessment: Assessment } | null = null;
  #compared: { base: Policy | null; policy: Policy | null; changes: PolicyChange[] } | null = null;
  #parted: { draft: Draft; origin: Draft; parts: Part[] } | null = null;

  /** @param onEdited called after every change that a person made */
  constructor(host: ReactiveControllerHost, onEdited: () => void) {
    this.#host = host;
    this.#onEdited = onEdited;
    this.#store = new DraftStore(host);
  }

  /** What there is to say about the draft as it is. */
  get assessment(): Assessment {
    if (this.#assessed?.draft !== this.draft) {
      this.#assessed = { draft: this.draft, assessment: assess(this.draft) };
    }
    const { assessment } = this.#assessed;
    if (this.foreign.length === 0) return assessment;
    return { policy: null, issues: [...assessment.issues, ...this.foreign] };
  }

  /** What is wrong with what is typed. */
  get faults(): readonly DraftIssue[] {
    const { issues } = this.assessment;
    return issues.slice(0, issues.length - this.foreign.length);
  }

  /** Goes on without what the draft cannot show of a given policy. */
  acceptForeign(): void {
    this.foreign = [];
    this.#edited();
  }

  /** Whether a given policy is what the draft says already: a host that stores what it is told gives it back with every keystroke. */
  echoes(policy: unknown): boolean {
    return this.draft !== this.#origin && says(this.assessment, policy);
  }

  /** What publishing it would change. */
  get changes(): PolicyChange[] {
    const { policy } = this.assessment;
    const base = this.base?.policy ?? null;
    if (this.#compared?.base !== base || this.#compared.policy !== policy) {
      this.#compared = { base, policy, changes: changesSince(base, policy) };
    }
    return this.#compared.changes;
  }

  /** Nobody has begun. */
  get isBlank(): boolean {
    return changedParts(this.draft, BLANK_DRAFT).length === 0;
  }

  /** Whether it says something else than what it began from. */
  get dirty(): boolean {
    const { policy } = this.assessment;
    if (policy && this.base) return this.changes.length > 0;
    return this.changedParts.length > 0;
  }

  /** The parts in which it says something else than what it began from. */
  get changedParts(): Part[] {
    const { draft } = this;
    const origin = this.#origin;
    if (this.#parted?.draft !== draft || this.#parted.origin !== origin) {
      this.#parted = { draft, origin, parts: changedParts(draft, origin) };
    }
    return this.#parted.parts;
  }

  /** The browser does not let the draft be kept. */
  get unkept(): boolean {
    return this.#store.blocked;
  }

  /** A draft of the same installation that another tab keeps; while there is one, this draft is not kept. */
  get rival(): SavedDraft | null {
    return this.#store.rival;
  }

  /** Begins anew with a policy from outside, or with a blank one. */
  give(policy: unknown): void {
    this.#store.open(null);
    this.base = null;
    this.#lay(policy == null ? BLANK_DRAFT : draftOf(policy));
    this.#noteForeign(policy);
  }

  /** Turns to an installation: its kept draft where there is one, else what is published. */
  open(installationId: string, published: Base | null): void {
    const saved = this.#store.open(installationId);
    const isCurrent = !saved || saved.base?.version === published?.version;
    this.base = isCurrent ? published : saved.base;
    this.#lay(originOf(this.base));
    this.foreign = [];
    if (!saved) return;
    this.draft = saved.draft;
    this.found = this.dirty;
    this.meet(published);
  }

  /** Learns what is in force now: an untouched draft follows, a changed one is told of it. */
  meet(published: Base | null): void {
    if (published?.version === this.base?.version) {
      this.theirs = null;
    } else if (this.#isUntouched || this.#says(published)) {
      this.settle(published);
    } else if (published) {
      this.theirs = published;
    } else {
      this.base = null;
      this.#origin = BLANK_DRAFT;
    }
    this.#host.requestUpdate();
  }

  /** Takes the draft as published. */
  settle(published: Base | null): void {
    this.base = published;
    this.#lay(originOf(published));
    this.foreign = [];
    this.#store.keep(null);
  }

  /** Lays a policy from outside on top of what is published. */
  put(policy: unknown): void {
    this.draft = policy == null ? BLANK_DRAFT : draftOf(policy);
    this.#noteForeign(policy);
    this.#keep();
    this.#host.requestUpdate();
  }

  /** A field was left: its text is printed in full. What it says stays the same. */
  tidy(): void {
    this.draft = tidy(this.draft);
    this.#host.requestUpdate();
  }

  edit(draft: Draft): void {
    this.draft = draft;
    this.dropped = null;
    this.#edited();
  }

  /** Goes back to what it began from, for good: a form was reset. */
  reset(): void {
    this.#lay(this.#origin);
    this.#store.keep(null);
  }

  /** Goes back to what it began from. */
  undo(): void {
    const dropped = this.draft;
    this.#lay(this.#origin);
    this.dropped = dropped;
    this.#edited();
  }

  /** Takes back the last undo. */
  recover(): void {
    if (this.dropped) this.edit(this.dropped);
  }

  /**
   * Goes on from the newer version.
   *
   * @param mine the parts that stay as typed; everything else becomes theirs
   */
  rebase(mine: readonly Part[] = this.changedParts): void {
    if (!this.theirs) return;
    const theirs = originOf(this.theirs);
    this.draft = rebase(this.draft, mine, theirs);
    this.base = this.theirs;
    this.#origin = theirs;
    this.theirs = null;
    this.#edited();
  }

  /** Goes on with the draft of the other tab. */
  takeRival(): void {
    const { rival } = this.#store;
    if (!rival) return;
    this.#store.dropRival();
    const inForce = this.theirs ?? this.base;
    this.base = rival.base;
    this.#lay(originOf(rival.base));
    this.draft = rival.draft;
    // The other tab may have heard of a newer version before this one.
    if ((inForce?.version ?? 0) > (rival.base?.version ?? 0)) this.meet(inForce);
    this.#edited();
  }

  /** Goes on with this draft; it takes the place of the other tab's. */
  refuseRival(): void {
    this.#store.dropRival();
    this.#keep();
  }

  /** Gives way to the newer version; an undo brings the draft back. */
  takeTheirs(): void {
    if (!this.theirs) return;
    const dropped = this.draft;
    this.base = this.theirs;
    this.#lay(originOf(this.theirs));
    this.dropped = dropped;
    this.#edited();
  }

  #lay(origin: Draft): void {
    this.draft = origin;
    this.#origin = origin;
    this.theirs = null;
    this.dropped = null;
    this.found = false;
    this.#host.requestUpdate();
  }

  /** Nobody has typed anything: a text that means the same still is somebody's, and stays while they are at it. */
  get #isUntouched(): boolean {
    return !this.dirty && this.changedParts.length === 0;
  }

  #noteForeign(policy: unknown): void {
    this.foreign = policy == null ? [] : foreignIssues(policy, assess(this.draft));
  }

  /** Whether the draft is just that version: it was ours, and its answer was lost. */
  #says(published: Base | null): boolean {
    const { policy } = this.assessment;
    return (
      published !== null && policy !== null && changesSince(published.policy, policy).length === 0
    );
  }

  #edited(): void {
    this.#keep();
    this.#host.requestUpdate();
    this.#onEdited();
  }

  #keep(): void {
    this.#store.keep(this.dirty ? { draft: this.draft, base: this.base } : null);
  }
}

function originOf(base: Base | null): Draft {
  return base ? draftOf(base.policy) : BLANK_DRAFT;
}
