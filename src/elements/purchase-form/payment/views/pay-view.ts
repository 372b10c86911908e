import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../../contract/index.js';
import type { Instant, PaymentEnvironment, PaymentMethod } from '../../../../domain/index.js';
import { errorText } from '../../../../ui/texts.js';
import { banner, errorBanner } from '../../../../ui/templates/banner.js';
import { copyable } from '../../../../ui/templates/copyable.js';
import { methodsFor } from '../../environment.js';
import type { Arrival } from '../payment-flow.js';
import { openAttempt, transferUnderWay, type PaymentStage } from '../payment-stage.js';
import type { QrState } from '../qr-state.js';
import { leavingView, walletView } from './phone-views.js';
import { qrView } from './qr-view.js';
import { transferView } from './transfer-view.js';
import { money } from '../../views/view-context.js';
import type { PaymentContext } from '../payment-context.js';

/** A pending order on its way to being paid. */
export interface PayModel {
  order: Order;
  arrival: Arrival;
  loweredFrom: number | null;
  /** The host brings its own way to pay. */
  ownPayment: boolean;
  stage: PaymentStage;
  environment: PaymentEnvironment;
  now: Instant;
  qr: QrState;
  /** Nothing could be learned when last asked. */
  unknown: boolean;
  /** Because the device has no network. */
  offline: boolean;
  checking: boolean;
  cancelling: boolean;
}

export interface PayHandlers {
  onStart: (method: PaymentMethod) => void;
  onRenew: () => void;
  /** The code could not be drawn: once more. */
  onRedraw: () => void;
  onReopen: () => void;
  onCheck: () => void;
  onBack: () => void;
  onCancel: () => void;
}

/** Paying shows one thing: what to pay with, the amount, the time left, what happens next, and a way out (LOOK). */
export function payView(
  context: PaymentContext,
  model: PayModel,
  handlers: PayHandlers,
): TemplateResult {
  const { t, format } = context;
  const { order } = model;
  const { quote } = order;
  return html`
    <section class="pay" part="pay" aria-labelledby="pay-title">
      <header class="pay-head">
        <h2 id="pay-title" tabindex="-1">${t.payment.title}</h2>
        <p class="muted">
          ${t.paying.what(
            t.heading[order.kind],
            t.quotes.seats(quote.seats, format),
            format.date(quote.endsAt),
          )}
        </p>
      </header>
      ${notes(context, model)}
      <p class="pay-amount">
        <span class="muted">${t.paying.amount}</span>
        <strong class="amount due">${money(context, quote.payable)}</strong>
      </p>
      <div class="pay-body">
        <slot name="payment"
          >${model.ownPayment ? nothing : stageView(context, model, handlers)}</slot
        >
      </div>
      ${watchLine(context, model, handlers)}
      <footer class="pay-foot">
        ${
          order.lapsesAt === null
            ? nothing
            : html`<p class="muted">${t.paying.payBefore(format.dateTime(order.lapsesAt))}</p>`
        }
        <p class="muted">${t.paying.order} ${copyable(order.id, t.common)}</p>
        ${exits(context, model, handlers)}
      </footer>
    </section>
  `;
}

function notes(context: PaymentContext, { arrival, loweredFrom, order }: PayModel) {
  const { t } = context;
  if (loweredFrom !== null) {
    const text = t.paying.lowered(money(context, loweredFrom), money(context, order.quote.payable));
    return banner('success', text);
  }
  if (arrival === 'placed') return nothing;
  return banner('info', arrival === 'conflict' ? t.paying.conflict : t.paying.resumed);
}

function stageView(context: PaymentContext, model: PayModel, handlers: PayHandlers) {
  const { t } = context;
  const { stage, environment, order } = model;
  const { onStart } = handlers;
  const amount = money(context, order.quote.payable);
  switch (stage.step) {
    case 'starting':
      return html`<p class="muted" role="status">${t.payment.starting}</p>`;
    case 'failed': {
      return errorBanner(errorText(t.errors, stage.error), {
        label: t.common.retry,
        onRetry: () => onStart(stage.method),
      });
    }
    case 'wallet':
      return walletView(context, stage, amount, handlers);
    case 'leaving':
      return leavingView(context, stage.action);
    case 'shown':
      return stage.action.type === 'qr'
        ? qrView(context, stage.action, model, handlers)
        : transferView(context, stage.action, openAttempt(order)?.state ?? 'created');
    case 'ready': {
      const method = order.method ?? methodsFor(environment)[0] ?? 'wechat';
      const usable = methodsFor(environment).includes(method) ? method : 'wechat';
      return html`
        ${stage.returned ? html`<p>${t.leave.returned}</p>` : nothing}
        <button type="button" class="button primary" @click=${() => onStart(usable)}>
          ${t.paying.start(amount)}
        </button>
      `;
    }
  }
}

/** What the watching knows: waiting, looking, or that it cannot tell; never that the payment failed. */
function watchLine({ t }: PaymentContext, model: PayModel, { onCheck }: PayHandlers) {
  const { stage, unknown, offline, checking } = model;
  if (stage.step === 'starting' || stage.step === 'failed') return nothing;
  if (stage.step === 'leaving' && stage.action.type === 'authorize') return nothing;
  const text = checking
    ? t.paying.checking
    : unknown
      ? offline
        ? t.paying.offline
        : t.paying.unknown
      : stage.step === 'ready'
        ? ''
        : t.paying.waiting;
  return html`
    <div class="watch ${unknown ? 'unknown' : ''}">
      <p role="status">${text}</p>
      <button
        type="button"
        class="button quiet"
        aria-disabled=${checking ? 'true' : 'false'}
        @click=${onCheck}
      >
        ${t.paying.check}
      </button>
    </div>
  `;
}

function exits({ t }: PaymentContext, model: PayModel, handlers: PayHandlers) {
  const { environment, order, ownPayment, stage, cancelling } = model;
  if (transferUnderWay(order)) return html`<p class="muted">${t.transfer.barred}</p>`;
  const current = methodOf(stage) ?? order.method ?? 'wechat';
  const others = ownPayment ? [] : methodsFor(environment).filter((method) => method !== current);
  const off = cancelling ? 'true' : 'false';
  const starting = stage.step === 'starting';
  return html`
    <div class="exits">
      ${others.map(
        (method) => html`
          <button
            type="button"
            class="button quiet"
            aria-disabled=${starting ? 'true' : 'false'}
            aria-describedby=${starting ? 'switch-wait' : nothing}
            @click=${() => handlers.onStart(method)}
          >
            ${t.out.switchTo[method]}
          </button>
        `,
      )}
      <button type="button" class="button quiet" aria-disabled=${off} @click=${handlers.onBack}>
        ${t.out.back}
      </button>
      <button type="button" class="button quiet" aria-disabled=${off} @click=${handlers.onCancel}>
        ${t.out.cancel}
      </button>
    </div>
    ${
      starting && others.length > 0
        ? html`<p class="muted switch-wait" id="switch-wait">${t.out.wait}</p>`
        : nothing
    }
  `;
}

function methodOf(stage: PaymentStage): PaymentMethod | null {
  if (stage.step === 'starting' || stage.step === 'failed') return stage.method;
  if (stage.step === 'shown' && stage.action.type === 'bank-transfer') return 'bank-transfer';
  return stage.step === 'ready' ? null : 'wechat';
}
