import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Entitlement } from '../../domain/index.js';
import { BareElement } from '../../ui/bare-element.js';
import { importPart } from '../../ui/import-part.js';
import { Backoff } from './backoff.js';
import type { EntitlementChangedDetail } from './events.js';
import type { FocusTarget, GateFront } from './front.js';
import { GateAccess, type Access } from './gate-access.js';
import { speaks } from './known-entitlement.js';

/** How long an app waits for the words that stand above it, so that they do not push it down a moment later. */
const PATIENCE_MS = 1_000;

/**
 * Stands around an app and lets people in as long as the trial or the bought time lasts (SPEC §6). Tells them from seven days
 * before an end, stops politely after it, and opens again by itself as soon as the app is bought.
 *
 * What stands inside is not painted, focusable or announced before the answer is known, nor while the app is stopped. What an
 * earlier page knew counts at once, by the backend's clock and until its own end. That is what people see; the host's own server
 * must refuse too. Until the element is defined the head snippet keeps the app hidden, or shows it to who was let in before
 * (`seatkit/expiry-gate/head.js`); `expiry-gate:not(:defined) { display: none }` only hides it (`seatkit/expiry-gate/guard.css`). An
 * app in a `<template>` inside the gate is made when it may be used.
 *
 * @summary Lets people into an app while its trial or bought time lasts.
 * @tag expiry-gate
 *
 * @slot - The app, or a `<template>` with it.
 * @slot logo - The host's brand, above the reason why the app is stopped.
 * @slot purchase - A purchase form of the host's choice, shown when an administrator wants to buy.
 *
 * @event entitlement-changed - Whether the app may be used is known now, or has changed. `detail: { installationId, state, blocked, seats, endsAt, daysLeft }`.
 * @event purchase-request - An administrator wants to buy; cancelable. Unless it is prevented, the `purchase` slot is shown. `detail: { installationId, kind }`.
 * @event extra-trial-started - An administrator started the extra trial. `detail: { installationId, endsAt }`.
 * @event billing-error - Something failed, for the host's log.
 *
 * @csspart notice - The line above the app while there is time.
 * @csspart card - The card in the place of the app.
 */
export class ExpiryGate extends BareElement {
  /** Enough to let people in, and an app fill the box of the gate with a notice above it too; what is said brings its own. */
  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
    }
    :host([hidden]) {
      display: none;
    }
    .content {
      flex: auto;
      min-block-size: 0;
    }
  `;

  /** What to do when the backend cannot be reached and what was last known is over. */
  @property({ attribute: 'when-unknown' }) whenUnknown: 'open' | 'blocked' = 'blocked';

  /** Whether the gate is closed: while nothing is known, while the app is stopped. Reflected, for the host's styles. */
  @property({ type: Boolean, reflect: true }) blocked = true;

  readonly #gate = new GateAccess(this);
  #access: Access = { kind: 'waiting' };
  #front: GateFront | null = null;
  #loadingFront = false;
  /** For the words that stand above an app that is about to open. */
  #patience: 'whole' | 'running' | 'over' = 'whole';
  readonly #frontBackoff = new Backoff(this, () => void this.#loadFront());
  #told: string | null = null;
  #focus: FocusTarget | null = null;
  #hasNews = false;

  constructor() {
    super();
    // A purchase inside the gate opens it without waiting to be told by the backend.
    this.addEventListener('order-paid', () => void this.#gate.refresh());
    this.addEventListener('focusin', ({ target }) => this.#keepFocusOut(target));
  }

  /** The entitlement that holds now; null while nobody can say. */
  get entitlement(): Entitlement | null {
    return this.#access.kind === 'known' ? this.#access.entitlement : null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const access = this.#gate.update();
    this.#access = access;
    const before = this.blocked;
    this.blocked = this.#isBlocked() || (before && this.#awaitsWords());
    if (this.#hasSomethingToSay()) void this.#loadFront();
    if (this.blocked === before && !changed.has('installationId')) return;
    // Who has just paid in place still reads the receipt while the app opens below it.
    if (this.blocked || changed.has('installationId')) this.#front?.reset();
    // The first answer is no news: nobody was stopped before it.
    this.#hasNews = access.kind === 'known' && this.#told !== null;
    if (!this.matches(':focus-within')) return;
    this.#focus = this.blocked ? 'title' : this.#front?.purchasing ? 'purchase' : 'content';
  }

  protected override render(): TemplateResult {
    const front = this.#front;
    return html`
      ${front?.announcement(this.#hasNews)}
      ${
        this.blocked
          ? this.#isBlocked() && this.#hasSomethingToSay()
            ? front?.closed()
            : nothing
          : html`
              ${front?.ready ? front.notice() : this.#roomForNotice()}
              <div class="content"><slot></slot></div>
            `
      }
    `;
  }

  protected override updated(): void {
    this.#tell();
    if (!this.blocked) this.#unpack();
    if (this.#front?.drawn(this.#focus)) this.#focus = null;
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    this.#keepFocusOut(activeElement);
  }

  #isBlocked(): boolean {
    const access = this.#access;
    if (access.kind === 'known') return access.entitlement.blocked;
    return access.kind !== 'unknown' || this.whenUnknown !== 'open';
  }

  /** Not while people are simply let in, nor during a wait too short to mention. */
  #hasSomethingToSay(): boolean {
    const access = this.#access;
    if (access.kind === 'known') return speaks(access.entitlement);
    return access.kind === 'waiting' ? this.#gate.slow : this.blocked;
  }

  /** Whether an app that is about to open has something above it that is not there yet. */
  #awaitsWords(): boolean {
    if (!this.#hasSomethingToSay() || this.#patience === 'over' || this.#front?.ready) return false;
    if (this.#gate.above !== null) return false;
    if (this.#patience === 'whole') setTimeout(() => this.#losePatience(), PATIENCE_MS);
    this.#patience = 'running';
    return true;
  }

  #losePatience(): void {
    this.#patience = 'over';
    this.requestUpdate();
  }

  #roomForNotice(): TemplateResult | typeof nothing {
    return this.#hasSomethingToSay()
      ? html`<div .style=${`height:${this.#gate.above ?? 0}px`}></div>`
      : nothing;
  }

  /** An app in a template is not even made before it may be used. */
  #unpack(): void {
    for (const template of this.querySelectorAll<HTMLTemplateElement>(':scope > template')) {
      template.replaceWith(template.content);
    }
  }

  async #loadFront(): Promise<void> {
    if (this.#front || this.#loadingFront) return;
    this.#loadingFront = true;
    try {
      const { GateFront } = await importPart(() => import('./front.js'));
      this.#front = new GateFront(this, this.#gate);
      this.#frontBackoff.stop();
      this.requestUpdate();
    } catch (error) {
      // The gate is as it would be without words, open or closed.
      this.#losePatience();
      this.reportError(error);
      this.#frontBackoff.failed();
    } finally {
      this.#loadingFront = false;
    }
  }

  /** WebKit would let a script focus what is not drawn, and people type into it. */
  #keepFocusOut(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    const child = [...this.children].find((each) => each.contains(target));
    if (child && !child.assignedSlot) target.blur();
  }

  /** Tells the host, once for each change. */
  #tell(): void {
    if (this.#access.kind === 'waiting' || (this.blocked && !this.#isBlocked())) return;
    const now = this.entitlement;
    const detail: EntitlementChangedDetail = {
      installationId: this.installationId,
      state: now?.state ?? 'unknown',
      blocked: this.blocked,
      seats: now?.seats ?? null,
      endsAt: now?.endsAt ?? null,
      daysLeft: now?.daysLeft ?? null,
    };
    const told = JSON.stringify(detail);
    if (told === this.#told) return;
    this.#told = told;
    this.emit('entitlement-changed', detail);
  }
}
