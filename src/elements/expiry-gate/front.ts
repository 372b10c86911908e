import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { InstallationEntitlement } from '../../contract/index.js';
import type { Entitlement } from '../../domain/index.js';
import { expiryGateCatalog } from '../../locales/expiry-gate/catalog.js';
import { Action } from '../../ui/action.js';
import { AttemptKeys } from '../../ui/idempotency-key.js';
import { Localized } from '../../ui/localize.js';
import type { BareElement } from '../../ui/bare-element.js';
import type { GateAccess } from './gate-access.js';
import { putOff, putOffUntil } from './put-off.js';
import { noticeText, purchaseKind } from './situation.js';
import { expiryGateStyles } from './styles.js';
import { checkingView, noticeView, stoppedView, unknownView, type GateView } from './views.js';

type FrontHost = BareElement & ReactiveControllerHost;

/** Where the focus goes once a change has been drawn. */
export type FocusTarget = 'title' | 'content' | 'purchase';

/**
 * What the gate says, with its words, looks and actions. Loaded when there is something to say: most pages of most days
 * let people in without a word, and carry none of this.
 */
export class GateFront {
  readonly styles = expiryGateStyles;

  /** The host's purchase form is being shown. */
  purchasing = false;
  /** Taken by the element after drawing. */
  focus: FocusTarget | null = null;

  readonly #host: FrontHost;
  readonly #gate: GateAccess;
  readonly #text: Localized<(typeof expiryGateCatalog)['default']>;
  readonly #extraTrial: Action<[key: string], InstallationEntitlement>;
  /** What was put off in this page, in case it could not be stored. */
  #putOffKey: string | null = null;

  constructor(host: FrontHost, gate: GateAccess) {
    this.#host = host;
    this.#gate = gate;
    this.#text = new Localized(host, expiryGateCatalog);
    this.#extraTrial = new Action(host, async (options, key) => {
      const { activeBackend, installationId } = host;
      if (!activeBackend) throw new Error('the backend was taken away');
      return activeBackend.startExtraTrial(installationId, key, options);
    });
  }

  /** Said to screen readers when the app can be used again. */
  get opened(): string {
    return this.#text.t.opened;
  }

  /** What stands in the place of the app. */
  closed(): TemplateResult | typeof nothing {
    if (!this.#text.ready) return nothing;
    const { t } = this.#text;
    const { activeBackend, installationId } = this.#host;
    const { access } = this.#gate;
    const view = this.#view(access.kind === 'known' ? access.entitlement : null);
    if (access.kind === 'known') return stoppedView(view, access.entitlement, access.answer);
    if (!activeBackend) return unknownView(view, t.common.noBackend, null);
    if (installationId === '') return unknownView(view, t.common.noInstallation, null);
    if (access.kind === 'waiting') return checkingView(view);
    return unknownView(view, t.stopped.unknown, {
      label: t.common.retry,
      busy: this.#gate.busy,
      onRetry: () => void this.#gate.refresh(),
    });
  }

  /** One line above the app; nothing when there is nothing to say, or it was put off. */
  notice(now: Entitlement, answer: InstallationEntitlement): TemplateResult | typeof nothing {
    if (!this.#text.ready) return nothing;
    const { t, format } = this.#text;
    const notice = noticeText(t, now, answer, format);
    if (!notice || notice.key === this.#putOffKey) return nothing;
    const { installationId } = answer;
    if (putOffUntil(installationId, notice.key) > this.#gate.now) return nothing;
    return noticeView(this.#view(now), notice.text, now, answer, () => {
      putOff(installationId, notice.key, this.#gate.now);
      this.#putOffKey = notice.key;
      this.purchasing = false;
      this.#refocus('content');
    });
  }

  #view(now: Entitlement | null): GateView {
    const { t, format } = this.#text;
    return {
      t,
      format,
      purchasing: this.purchasing,
      startingExtraTrial: this.#extraTrial.pending,
      extraTrialFailed: this.#extraTrial.error !== undefined,
      onPurchase: () => now && this.#purchase(now),
      onClosePurchase: () => {
        this.purchasing = false;
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
    this.purchasing = true;
    this.#refocus('purchase');
  }

  async #startExtraTrial(): Promise<void> {
    const keys = new AttemptKeys(`extra-trial:${this.#host.installationId}`);
    const answer = await this.#extraTrial.run(keys.keyFor(null));
    if (!answer) return;
    keys.clear();
    this.#gate.take(answer);
    const { installationId, endsAt } = answer;
    this.#host.emit('extra-trial-started', { installationId, endsAt });
  }

  #refocus(target: FocusTarget): void {
    this.focus = target;
    this.#host.requestUpdate();
  }
}
