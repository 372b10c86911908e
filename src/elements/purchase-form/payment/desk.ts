import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { PurchasePaymentStrings } from '../../../locales/purchase-payment/strings.js';
import { purchasePaymentLanguages } from '../../../locales/purchase-payment/catalog.js';
import { matchLocale } from '../../../locales/registry.js';
import { languageOf } from '../../../ui/language.js';
import { Localized } from '../../../ui/localize.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import { printPage } from '../../../ui/print-page.js';
import { skeleton } from '../../../ui/templates/skeleton.js';
import type { ViewContext } from '../views/view-context.js';
import { deskStyles } from './desk-styles.js';
import type { PaymentContext } from './payment-context.js';
import { PaymentFlow, type PaymentFlowOptions } from './payment-flow.js';
import { isOver } from './payment-stage.js';
import { QrCode } from './qr-state.js';
import { cancelDialog, type CancelIntent } from './views/cancel-dialog.js';
import { changedView, type ChangedHandlers, type ChangedModel } from './views/changed-view.js';
import { doneView } from './views/done-view.js';
import { endedView } from './views/ended-view.js';
import { payView } from './views/pay-view.js';
import { receiptPaper } from './views/receipt-paper.js';

export interface DeskHandlers {
  /** What is being asked before an order is cancelled; null for nothing. */
  cancelIntent: CancelIntent | null;
  /** The host brings its own way to pay. */
  ownPayment: boolean;
  onAskCancel: (intent: CancelIntent | null) => void;
  onCancel: (intent: CancelIntent) => void;
  /** Back to the form. */
  onAgain: () => void;
}

/** Where an order is paid: what is done and what is seen. Loads apart, since many come to look at a price alone. */
export class PaymentDesk {
  /** Its own style sheets, beside those of the form. */
  readonly styles = deskStyles;
  readonly flow: PaymentFlow;
  readonly #options: PaymentFlowOptions;
  readonly #qr: QrCode;
  readonly #text: Localized<PurchasePaymentStrings>;

  /** Fetches the words for who reads `host`, so that they are there when somebody orders. */
  static async prepare(host: SeatkitElement): Promise<void> {
    await matchLocale(purchasePaymentLanguages, languageOf(host)).load?.();
  }

  constructor(host: SeatkitElement, options: PaymentFlowOptions) {
    this.#options = options;
    this.#text = new Localized(host, purchasePaymentLanguages);
    this.#qr = new QrCode(host);
    this.flow = new PaymentFlow(host, options);
  }

  /** What became of an order that waits no longer; null while there are no words for it. */
  outcome({ kind, status }: Order): string | null {
    if (!this.#text.ready) return null;
    const { done, statuses } = this.#text.t;
    return status === 'paid' ? done.title[kind] : statuses[status];
  }

  /** A price that has changed, to be confirmed again. */
  changed(form: ViewContext, model: ChangedModel, handlers: ChangedHandlers): TemplateResult {
    if (!this.#text.ready) return skeleton(8);
    return changedView({ ...form, t: { ...form.t, ...this.#text.t } }, model, handlers);
  }

  view(form: ViewContext, order: Order, handlers: DeskHandlers): TemplateResult {
    if (!this.#text.ready) return skeleton(8, form.t.payment.starting);
    const context = { ...form, t: { ...form.t, ...this.#text.t } };
    if (order.status === 'pending') return this.#payView(context, order, handlers);
    return order.status === 'paid'
      ? doneView(context, order, {
          onAgain: handlers.onAgain,
          onPrint: () => printPage(receiptPaper(context, order)),
        })
      : endedView(context, order, handlers);
  }

  #payView(
    context: PaymentContext,
    order: Order,
    { cancelIntent, ownPayment, onAskCancel, onCancel }: DeskHandlers,
  ): TemplateResult {
    const { stage, arrival, loweredFrom, watch, cancelling } = this.flow;
    const now = this.#options.now();
    const code =
      stage.step === 'shown' && stage.action.type === 'qr' && !isOver(stage.action.expiresAt, now)
        ? stage.action.codeUrl
        : null;
    return html`
      ${payView(
        context,
        {
          order,
          arrival,
          loweredFrom,
          ownPayment,
          stage,
          environment: this.#options.environment(),
          now,
          qr: this.#qr.of(code),
          unknown: watch.unknown,
          offline: watch.offline,
          checking: watch.checking,
          cancelling: cancelling.pending,
        },
        {
          onStart: (method) => void this.flow.start(method),
          onRenew: () => void this.flow.start('wechat', { renew: true }),
          onRedraw: () => this.#qr.retry(),
          onReopen: () => this.flow.reopenWallet(),
          onCheck: () => watch.check(),
          onBack: () => onAskCancel('back'),
          onCancel: () => onAskCancel('cancel'),
        },
      )}
      ${cancelDialog(context, {
        intent: cancelIntent,
        pending: cancelling.pending,
        error: cancelling.error,
        onConfirm: onCancel,
        onClose: () => onAskCancel(null),
      })}
    `;
  }
}
