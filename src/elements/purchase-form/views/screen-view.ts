import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { PaymentEnvironment, PaymentMethod } from '../../../domain/index.js';
import type { PurchaseFormStrings } from '../../../locales/purchase-form/strings.js';
import type { Format } from '../../../ui/format.js';
import { staleBanner } from '../../../ui/templates/banner.js';
import { skeleton } from '../../../ui/templates/skeleton.js';
import { stateView } from '../../../ui/templates/state-view.js';
import { errorText } from '../../../ui/texts.js';
import type { Announcer } from '../announcer.js';
import type { Checkout, Screen } from '../checkout.js';
import type { PricedFacts } from '../composition.js';
import { obstacleOf, segmentsOf } from '../facts.js';
import { forfeitOf } from '../forfeit.js';
import type { CancelIntent } from '../payment/views/cancel-dialog.js';
import { composeView } from './compose-view.js';
import { obstacleView } from './obstacle-view.js';
import { money, type ViewContext } from './view-context.js';

export interface ScreenModel {
  t: PurchaseFormStrings;
  format: Format;
  checkout: Checkout;
  screen: Screen;
  hasBackend: boolean;
  hasInstallation: boolean;
  environment: PaymentEnvironment;
  method: PaymentMethod;
  /** The host brings its own way to pay. */
  ownPayment: boolean;
  announcer: Announcer;
  linesOpen: boolean;
  cancelIntent: CancelIntent | null;
  onMethod: (method: PaymentMethod) => void;
  onToggleLines: () => void;
  onSubmit: () => void;
  onConfirmChange: () => void;
  onAskCancel: (intent: CancelIntent | null) => void;
  onCancel: (intent: CancelIntent) => void;
  onUpdate: () => void;
}

/** The one thing to be done or seen now, and the live region that tells of it. */
export function screenView(model: ScreenModel): TemplateResult {
  return html`
    ${content(model)}
    <p class="visually-hidden" role="status" id="announcement">${model.announcer.text}</p>
  `;
}

function content(model: ScreenModel): TemplateResult {
  const { t, format, checkout, screen, announcer } = model;
  const facts = checkout.facts.value;
  const { order } = checkout.payment;
  const currency = order?.currency ?? facts?.published?.policy.currency ?? 'CNY';
  const context: ViewContext = { t, format, currency };
  const { desk } = checkout.payment;
  if (order) {
    if (!desk || screen === 'waiting') return paymentPart(model, order);
    const outcome = screen === 'pay' ? null : desk.outcome(order);
    if (outcome !== null) announcer.say(outcome);
    const { cancelIntent, ownPayment, onAskCancel, onCancel } = model;
    const onAgain = () => checkout.orderAgain();
    return desk.view(context, order, { cancelIntent, ownPayment, onAskCancel, onCancel, onAgain });
  }
  const obstacle = facts && obstacleOf(facts);
  if (obstacle) {
    return obstacleView(context, obstacle, facts, { onCheck: () => checkout.refresh() });
  }
  if (!facts?.published) return waiting(model);
  return compose(context, model, { ...facts, published: facts.published });
}

function waiting({ t, checkout, hasBackend, hasInstallation }: ScreenModel): TemplateResult {
  const { common, errors } = t;
  if (!hasBackend) return stateView({ kind: 'no-backend', text: common.noBackend });
  if (!hasInstallation) return stateView({ kind: 'empty', text: common.noInstallation });
  const { state, error, busy } = checkout.facts;
  if (state !== 'failed' || !error) return skeleton(8, busy ? common.loading : '');
  return stateView({
    kind: 'failed',
    text: errorText(errors, error),
    retry: { label: common.retry, busy, onRetry: () => checkout.refresh() },
  });
}

/** The part that takes payments is still to come: the order is safe meanwhile. */
function paymentPart({ t, checkout }: ScreenModel, order: Order): TemplateResult {
  if (!checkout.payment.failed) return skeleton(8, t.payment.starting);
  return stateView({
    kind: 'failed',
    text: t.payment.notLoaded,
    retry: { label: t.common.retry, onRetry: () => checkout.resume(order) },
  });
}

function compose(context: ViewContext, model: ScreenModel, facts: PricedFacts): TemplateResult {
  const { t, format } = context;
  const { checkout, announcer, environment, method, linesOpen } = model;
  const { editor, placement } = checkout;
  const composition = checkout.compose(facts);
  const { quote, kind } = composition;
  const { pending, error, change } = placement;
  if (change) {
    const { desk } = checkout.payment;
    if (!desk) return skeleton(8, t.common.loading);
    return desk.changed(
      context,
      {
        ...change,
        pending,
        accepted: editor.hasAccepted(forfeitOf(change.after)),
        acceptanceMissing: editor.acceptanceMissing,
      },
      {
        onConfirm: model.onConfirmChange,
        // What is on its way can no longer be taken back here.
        onDismiss: () => pending || placement.dismiss(),
        onAccept: (accepted) => editor.accept(accepted ? forfeitOf(change.after) : null),
      },
    );
  }
  announcer.say(
    quote
      ? t.summary.announce(money(context, quote.payable), format.date(quote.endsAt))
      : t.summary.announceNone,
  );
  return html`
    ${
      checkout.facts.stale
        ? staleBanner(t.common.stale, {
            label: t.common.retry,
            busy: checkout.facts.busy,
            onRetry: () => checkout.refresh(),
          })
        : nothing
    }
    ${composeView(
      context,
      {
        composition,
        appName: facts.installation.appName,
        environment,
        method,
        ownPayment: model.ownPayment,
        firstPurchase: segmentsOf(facts).length === 0,
        accepted: editor.hasAccepted(composition.forfeit),
        acceptanceMissing: editor.acceptanceMissing,
        pending,
        error,
        repriced: checkout.repriced,
        linesOpen,
      },
      {
        onKind: (each) => checkout.chooseKind(each),
        onSeats: (seats) => editor.type(kind, { seats }),
        onCycles: (cycles) => editor.type(kind, { cycles }),
        onTake: (take) => editor.take(take),
        onMethod: model.onMethod,
        onAccept: (accepted) => editor.accept(accepted ? composition.forfeit : null),
        onToggle: model.onToggleLines,
        onDismissRepriced: () => {
          checkout.repriced = false;
          model.onUpdate();
        },
        onSubmit: model.onSubmit,
      },
    )}
  `;
}
