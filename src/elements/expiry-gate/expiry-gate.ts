import {
  css,
  html,
  nothing,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import type { Entitlement } from '../../domain/index.js';
import { BareElement } from '../../ui/bare-element.js';
import { Backoff } from './backoff.js';
import type { EntitlementChangedDetail } from './events.js';
import type { FocusTarget, GateFront } from './front.js';
import { GateAccess, type Access } from './gate-access.js';

/**
 * Stands around an app and lets people in as long as the trial or the bought time lasts (SPEC §6). Tells them from seven days
 * before an end, stops politely after it, and opens again by itself as soon as the app is bought.
 *
 * What stands inside is not painted, focusable or announced before the answer is known, nor while the app is stopped.
 * That is what people see; the host's own server must refuse too. Until the element is defined, hide it:
 * `expiry-gate:not(:defined) { display: none }`, shipped as `seatkit/expiry-gate/guard.css`.
 *
 * @summary Lets people into an app while its trial or bought time lasts.
 * @tag expiry-gate
 *
 * @slot - The app.
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
  /** Enough to let people in; what it says brings its own. */
  static override styles = css`
    /* An app that fills the box of the gate still does with a notice above it. */
    :host {
      display: flex;
      flex-direction: column;
    }

    .content {
      flex: auto;
      min-block-size: 0;
    }

    :host([hidden]) {
      display: none;
    }

    /* Took the focus from what is gone, for the reading order: nothing to press. */
    [tabindex='-1']:focus {
      outline: none;
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

  protected override get sheets(): CSSResultOrNative[] {
    return this.#front ? [...super.sheets, ...this.#front.styles] : super.sheets;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const access = this.#gate.update();
    this.#access = access;
    const before = this.blocked;
    this.blocked = this.#isBlocked();
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
    const access = this.#access;
    return html`
      ${
        this.#front
          ? html`<span class="visually-hidden" role="status"
              >${this.#hasNews ? this.#front.news : nothing}</span
            >`
          : nothing
      }
      ${
        this.blocked
          ? this.#hasSomethingToSay()
            ? this.#front?.closed()
            : nothing
          : html`
              ${
                access.kind === 'known'
                  ? this.#front?.notice(access.entitlement, access.answer)
                  : nothing
              }
              <div class="content"><slot></slot></div>
            `
      }
    `;
  }

  protected override updated(): void {
    this.#tell();
    this.#moveFocus();
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
    if (access.kind === 'known') {
      const { blocked, notice, state } = access.entitlement;
      return blocked || notice !== null || state === 'over-limit';
    }
    return access.kind === 'waiting' ? this.#gate.slow : this.blocked;
  }

  async #loadFront(): Promise<void> {
    if (this.#front || this.#loadingFront) return;
    this.#loadingFront = true;
    try {
      const { GateFront } = await import('./front.js');
      this.#front = new GateFront(this, this.#gate);
      this.#frontBackoff.stop();
      this.applyTheme();
      this.requestUpdate();
    } catch (error) {
      // The gate stays as it is, open or closed.
      this.reportError(error);
      this.#frontBackoff.failed();
    } finally {
      this.#loadingFront = false;
    }
  }

  #moveFocus(): void {
    const target = this.#front?.focus ?? this.#focus;
    if (target === null) return;
    const selector = { title: '#title', content: '.content', purchase: '.purchase' }[target];
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    // Words that are still on their way get it when they are there.
    if (!element) return;
    this.#focus = null;
    if (this.#front) this.#front.focus = null;
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
    element.focus();
  }

  /** WebKit would let a script focus what is not drawn, and people type into it. */
  #keepFocusOut(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    const child = [...this.children].find((each) => each.contains(target));
    if (child && !child.assignedSlot) target.blur();
  }

  /** Tells the host, once for each change. */
  #tell(): void {
    if (this.#access.kind === 'waiting') return;
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
