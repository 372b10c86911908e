import {
  BackendError,
  type PaymentAction,
  type PaymentAttempt,
  type StartPaymentInput,
} from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import { askGateway } from '../ask-gateway.js';
import type { Asked } from '../context.js';
import { conflictWith } from '../gates.js';
import { madeBefore, rememberMade, type Attempt } from '../idempotency.js';
import { isDue, later, MINUTE_MS } from '../instants.js';
import { plan } from '../jobs.js';
import { lapseAfterChange, paymentExpiry } from '../lapse-time.js';
import { lapseIfDue } from '../lapse.js';
import { findOrder, lockOrder } from '../locate.js';
import { isOpen, transferUnderWay } from '../payments.js';
import type { GatewayPaymentRequest, Ids, OrderRecord, StoreTransaction } from '../ports.js';
import { personOf } from '../principal.js';
import { recordAction } from '../record-action.js';
import { withdrawThen, type Verdict } from '../withdraw.js';
import { readPaymentInput, type PaymentInput } from '../payment-input.js';

/** The attempt that a call is to carry on with, and the order it pays. */
interface Begun {
  order: OrderRecord;
  attempt: PaymentAttempt;
}

/**
 * Lets the payer pay a pending order (SPEC §5 "Methods by environment"). At most one attempt is open: another key closes it first.
 * The same key gives the same action, and goes on where a lost answer or an authorisation left it.
 *
 * @throws BackendError `invalid` with `method-unavailable`; `conflict` with `order-not-pending`, `payment-succeeded`,
 * `transfer-under-way` or `key-reused`; `unavailable` when the gateway does not answer
 */
export async function startPayment(
  asked: Asked,
  orderId: string,
  raw: StartPaymentInput,
): Promise<PaymentAction> {
  const { store, gateway, principal } = asked;
  const input = readPaymentInput(raw, gateway);
  const { settledByCredit } = await store.transaction('read', (tx) =>
    findOrder(tx, principal, orderId),
  );
  if (settledByCredit) return { type: 'none' };
  await lapseIfDue(asked, orderId);

  const begun = await begin(asked, orderId, input);
  if (begun.attempt.action) return begun.attempt.action;
  const action = await askGateway(gateway.create(gatewayRequest(asked, begun, input)));
  return recordAction(asked, orderId, begun.attempt, action);
}

/** The attempt this key began before; or a new one, after whatever else was open has been closed at the gateway. */
function begin(asked: Asked, orderId: string, input: PaymentInput): Promise<Begun> {
  const { principal, clock, ids } = asked;
  return withdrawThen<Begun>({
    ports: asked,
    by: personOf(principal),
    locate: (tx) => lockOrder(tx, principal, orderId),
    check: (tx, { order }) => check(tx, order, input, clock.now()),
    decide: async (tx, { installation, order }) => {
      const now = clock.now();
      const { method } = input;
      const { segments } = installation.subscription;
      const attempt = newAttempt(order, input, ids, now);
      const lapsesAt = lapseAfterChange(order, method, segments, now);
      const begun = { ...order, method, lapsesAt, payments: [...order.payments, attempt] };
      await tx.putOrder(begun);
      await plan(tx, installation.id, { kind: 'lapse', orderId }, lapsesAt);
      const check = { kind: 'check-payment', orderId, number: attempt.number } as const;
      await plan(tx, installation.id, check, later(now, MINUTE_MS));
      await rememberMade(tx, keyed(order, input), attempt.id, now);
      return { order: begun, attempt };
    },
  });
}

function keyed({ id, installationId }: OrderRecord, input: PaymentInput): Attempt {
  const { key, method, environment } = input;
  return { installationId, scope: `start-payment:${id}`, key, body: { method, environment } };
}

async function check(
  tx: StoreTransaction,
  order: OrderRecord,
  input: PaymentInput,
  now: Instant,
): Promise<Verdict<Begun>> {
  const made = await madeBefore(tx, keyed(order, input));
  if (order.status !== 'pending') {
    const paid = order.paidAt !== null;
    const reason = paid ? 'payment-succeeded' : 'order-not-pending';
    return { refusal: await conflictWith(tx, reason, order.id, now) };
  }
  if (made === null) {
    return transferUnderWay(order)
      ? { refusal: await conflictWith(tx, 'transfer-under-way', order.id, now) }
      : null;
  }
  const attempt = order.payments.find(({ id }) => id === made);
  // One that another has replaced, or that nobody could pay in time, gives nothing to pay with.
  return attempt && isOpen(attempt) && !(attempt.action === null && expired(order, attempt, now))
    ? { result: { order, attempt } }
    : { refusal: new BackendError('conflict', { reason: 'key-reused' }) };
}

function expired({ lapsesAt }: OrderRecord, attempt: PaymentAttempt, now: Instant): boolean {
  return isDue(paymentExpiry(attempt, lapsesAt), now);
}

function newAttempt(
  order: OrderRecord,
  { method, environment }: PaymentInput,
  ids: Ids,
  now: Instant,
): PaymentAttempt {
  return {
    id: ids.next('attempt'),
    number: ids.next('payment-number'),
    method,
    environment,
    state: 'creating',
    amount: order.quote.payable,
    action: null,
    createdAt: now,
    expiresAt: null,
    succeededAt: null,
    transactionId: null,
    notifications: [],
    stray: [],
  };
}

function gatewayRequest(
  { principal }: Asked,
  { order, attempt }: Begun,
  { returnUrl }: PaymentInput,
): GatewayPaymentRequest {
  const { number, method, environment, amount } = attempt;
  return {
    number,
    orderId: order.id,
    installationId: order.installationId,
    attemptId: attempt.id,
    method,
    environment,
    amount,
    currency: order.currency,
    description: order.appName,
    payerId: principal.userId,
    returnUrl,
    expiresAt: paymentExpiry(attempt, order.lapsesAt),
  };
}
