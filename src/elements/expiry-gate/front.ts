import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { BackendError } from '../../contract/errors.js';
import type { InstallationEntitlement } from '../../contract/index.js';
import type { Entitlement } from '../../domain/index.js';
import { expiryGateCatalog } from '../../locales/expiry-gate/catalog.js';
import { Action } from '../../ui/action.js';
import type { BareElement } from '../../ui/bare-element.js';
import { AttemptKeys } from '../../ui/idempotency-key.js';
import { Localized } from '../../ui/localize.js';
import { errorText } from '../../ui/texts.js';
import { Theming } from '../../ui/theming.js';
import type { Retry } from '../../ui/templates/retry.js';
import type { GateAccess } from './gate-access.js';
import { isUsable, speaks } from './known-entitlement.js';
import { nextMidnight } from './midnight.js';
import { awayUntil, lastPutOff, putOff, type PutOff } from './put-off.js';
import { keepRoom } from './room.js';
import { noticeText, purchaseKind, stoppedText } from './situation.js';
import { expiryGateStyles } from './styles.js';
import {
  checkingView,
  noticeView,
  purchaseView,
  stoppedView,
  unknownView,
  type GateView,
} from './views.js';

type FrontHost = BareElement & ReactiveControllerHost;

/** Where the focus goes once a change has been drawn. */
export type FocusTarget = 'title' | 'content' | 'purchase';

/**
 * What the gate says, with its words, looks and actions. Loaded when there is something to say: most pages of most days
 * let people in without a word, and carry none of this.
 */
export class GateFront {
  readonly #host: FrontHost;
  readonly #gate: GateAccess;
  readonly #text: Localized<(typeof expiryGateCatalog)['default']>;
  readonly #extraTrial: Action<[key: string], InstallationEntitlement>;
  #purchasing = false;
  /** Where the focus goes once what was asked for has been drawn. */
  #focus: FocusTarget | null = null;
  /** What was put off in this page, in case it could not be stored. */
  #putOff: PutOff | null = null;
  #awayUntil: number | null = null;
  #cancelReminder = (): void => undefined;

  constructor(host: FrontHost, gate: GateAccess) {
    this.#host = host;
    this.#gate = gate;
    this.#text = new Localized(host, expiryGateCatalog);
    new Theming(host, () => [
      ...(host.constructor as typeof BareElement).elementStyles,
      ...expiryGateStyles,
    ]);
    this.#extraTrial = new Action(host, async (options, key) => {
      const { activeBackend, installationId } = host;
      if (!activeBackend) throw new BackendError('unavailable');
      const answer = await activeBackend.startExtraTrial(installationId, key, options);
      if (!isUsable(answer)) throw new BackendError('invalid-response');
      return answer;
    });
  }

  /** Whether there are words to draw with. */
  get ready(): boolean {
    return this.#text.ready;
  }

  /** Said to screen readers when the app was stopped, or can be used again. */
  announcement(hasNews: boolean): TemplateResult {
    return html`<span class="visually-hidden" role="status"
      >${hasNews ? this.#news : nothing}</span
    >`;
  }

  /** Whether the host's purchase form is being shown. */
  get purchasing(): boolean {
    return this.#purchasing;
  }

  /** The gate closed, or stands for another installation: what was under way is over. */
  reset(): void {
    this.#purchasing = false;
    this.#extraTrial.error = undefined;
  }

  /** What stands in the place of the app. */
  closed(): TemplateResult | typeof nothing {
    if (!this.#text.ready) return nothing;
    const { t } = this.#text;
    const { activeBackend, installationId } = this.#host;
    const { access, stale } = this.#gate;
    const retry: Retry = {
      label: t.common.retry,
      busy: this.#gate.busy,
      onRetry: () => void this.#gate.refresh(),
    };
    if (access.kind === 'known') {
      const view = this.#view(access.entitlement);
      return stoppedView(view, access.entitlement, access.answer, stale ? retry : null);
    }
    const view = this.#view(null);
    if (!activeBackend) return unknownView(view, t.common.noBackend, null);
    if (installationId === '') return unknownView(view, t.common.noInstallation, null);
    if (access.kind === 'waiting') return checkingView(view);
    const { error } = access;
    return unknownView(view, error.retryable ? t.unknown : errorText(t.errors, error), retry);
  }

  /** One line above the app; nothing when there is nothing to say, or it was put off. */
  notice(): TemplateResult | typeof nothing {
    const { access } = this.#gate;
    if (access.kind !== 'known') return nothing;
    const { entitlement: now, answer } = access;
    const { t, format } = this.#text;
    const view = this.#view(now);
    const notice = noticeText(t, now, answer, format, this.#now);
    const onPutOff = (key: string) => {
      const until = nextMidnight(this.#now, format.timeZone);
      this.#putOff = putOff(this.#host.installationId, key, until);
      this.#purchasing = false;
      this.#refocus('content');
    };
    this.#awayUntil = notice && this.#findAwayUntil(notice.key);
    this.#cancelReminder();
    const next = this.#awayUntil ?? notice?.until ?? null;
    if (next !== null) {
      const redraw = () => this.#host.requestUpdate();
      this.#cancelReminder = this.#gate.clock.at(new Date(next).toISOString(), redraw);
    }
    // The form stays though there is nothing left to say: it has just been paid in.
    return html`${
      notice && this.#awayUntil === null
        ? noticeView(view, notice.text, now, answer, () => onPutOff(notice.key))
        : nothing
    }${purchaseView(view)}`;
  }

  /** After every drawing. @returns whether the focus could go where it is to */
  drawn(focus: FocusTarget | null): boolean {
    this.#keepRoom();
    const target = this.#focus ?? focus;
    if (target === null) return false;
    const selector = { title: '#title', content: '.content', purchase: '.purchase' }[target];
    const element = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    // Words that are still on their way get it when they are there.
    if (!element) return false;
    this.#focus = null;
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
    element.focus();
    return true;
  }

  get #news(): string {
    const { t, format } = this.#text;
    const { access } = this.#gate;
    if (access.kind !== 'known' || !access.entitlement.blocked) return t.opened;
    return stoppedText(t, access.entitlement, access.answer, format).title;
  }

  get #now(): number {
    return Date.parse(this.#gate.clock.now());
  }

  #findAwayUntil(key: string): number | null {
    const { installationId } = this.#host;
    for (const off of [this.#putOff, lastPutOff(installationId)]) {
      const until = awayUntil(off, installationId, key, this.#now);
      if (until !== null) return until;
    }
    return null;
  }

  /** So that the next page can open at once without moving anything when it has words. */
  #keepRoom(): void {
    const { access } = this.#gate;
    if (!this.ready || !this.#host.isConnected || access.kind !== 'known') return;
    if (access.entitlement.blocked || !speaks(access.entitlement)) return;
    const notice = this.#host.renderRoot.querySelector<HTMLElement>('.notice');
    const above = notice
      ? notice.offsetHeight + parseFloat(getComputedStyle(notice).marginBlockEnd)
      : 0;
    keepRoom(access.answer, Math.round(above), this.#awayUntil ?? Infinity);
  }

  #view(now: Entitlement | null): GateView {
    const { t, format } = this.#text;
    const { error } = this.#extraTrial;
    return {
      t,
      format,
      purchasing: this.#purchasing,
      startingExtraTrial: this.#extraTrial.pending,
      extraTrialFailure:
        error && (error.retryable ? t.extraTrialFailed : errorText(t.errors, error)),
      onPurchase: () => now && this.#purchase(now),
      onClosePurchase: () => {
        this.#purchasing = false;
        this.#refocus(now?.blocked ? 'title' : 'content');
      },
      onStartExtraTrial: () => void this.#startExtraTrial(),
    };
  }

  #purchase(now: Entitlement): void {
    const { installationId } = this.#host;
    const detail = { installationId, kind: purchaseKind(now) };
    if (!this.#host.emit('purchase-request', detail, { cancelable: true })) return;
    if (!this.#host.querySelector(':scope > [slot="purchase"]')) return;
    this.#purchasing = true;
    this.#refocus('purchase');
  }

  async #startExtraTrial(): Promise<void> {
    if (this.#extraTrial.pending) return;
    const { installationId } = this.#host;
    const keys = new AttemptKeys(`extra-trial:${installationId}`);
    const answer = await this.#extraTrial.run(keys.keyFor(null));
    if (!answer) {
      // Refused, so things are not as they are drawn.
      if (this.#extraTrial.error?.retryable === false) void this.#gate.refresh();
      return;
    }
    keys.clear();
    this.#host.emit('extra-trial-started', { installationId, endsAt: answer.endsAt });
    if (installationId === this.#host.installationId) this.#gate.take(answer);
  }

  #refocus(target: FocusTarget): void {
    this.#focus = target;
    this.#host.requestUpdate();
  }
}
