/**
 * What a gateway's word does to a payment attempt (SPEC §5). Pure: whether the order becomes paid is for its caller to carry out,
 * through settle.ts.
 */
import type { PaymentAttempt, PaymentNotification, StrayPayment } from '../contract/index.js';
import {
  isOpenPayment,
  isTransferUnderWay,
  paymentTransition,
  type Instant,
  type OrderStatus,
} from '../domain/index.js';
import { normalInstant } from './instants.js';
import type { GatewayPayment, OrderRecord } from './ports.js';

type Success = Extract<GatewayPayment, { state: 'succeeded' }>;

/** Whether the gateway may still turn the attempt into a payment. */
export function isOpen({ state }: PaymentAttempt): boolean {
  return isOpenPayment(state);
}

export function openAttempts({ payments }: OrderRecord): PaymentAttempt[] {
  return payments.filter(isOpen);
}

/** Whether a bank transfer is on its way, which bars lapse, cancel and change of method. */
export function transferUnderWay({ payments }: OrderRecord): boolean {
  return payments.some(({ state }) => isTransferUnderWay(state));
}

/** The open attempts that can be closed: all but a transfer under way. */
export function stoppableAttempts(order: OrderRecord): PaymentAttempt[] {
  return openAttempts(order).filter(({ state }) => !isTransferUnderWay(state));
}

/** The attempt whose money paid the order; undefined when it was settled by credit, or is not paid. */
export function settlingAttempt({ payments }: OrderRecord): PaymentAttempt | undefined {
  return payments.find(
    ({ state, transactionId, stray }) =>
      state === 'succeeded' && !stray.some((payment) => payment.transactionId === transactionId),
  );
}

export function attemptOf({ payments }: OrderRecord, number: string): PaymentAttempt | undefined {
  return payments.find((attempt) => attempt.number === number);
}

/** The order with one attempt changed. */
export function withAttempt(order: OrderRecord, attempt: PaymentAttempt): OrderRecord {
  return {
    ...order,
    payments: order.payments.map((other) => (other.id === attempt.id ? attempt : other)),
  };
}

/** What a gateway's word means: how the attempt stands afterwards, and what it asks of the order. */
export type PaymentChange =
  /** Nothing new; `attempt` remembers that it was said. */
  | { outcome: 'ignored'; attempt: PaymentAttempt }
  /** The attempt moved on, but no money arrived. */
  | { outcome: 'progressed' | 'closed'; attempt: PaymentAttempt }
  /** Money that pays the order. */
  | { outcome: 'paid'; attempt: PaymentAttempt; paidAt: Instant }
  /** Money that the order has no use for. */
  | { outcome: 'stray'; attempt: PaymentAttempt; stray: StrayPayment };

/**
 * @param status the order's, before
 * @param due what the order costs, in minor units
 */
export function applyGatewayPayment(
  attempt: PaymentAttempt,
  payment: GatewayPayment,
  { status, due, now }: { status: OrderStatus; due: number; now: Instant },
): PaymentChange {
  if (payment.state === 'succeeded') return applySuccess(attempt, payment, { status, due, now });
  const state =
    payment.state === 'unknown'
      ? null
      : paymentTransition(attempt.method, attempt.state, payment.state);
  if (state === null) {
    return { outcome: 'ignored', attempt: heard(attempt, payment, 'ignored', now) };
  }
  const moved = heard({ ...attempt, state }, payment, 'applied', now);
  return { outcome: isOpen(moved) ? 'progressed' : 'closed', attempt: moved };
}

function applySuccess(
  attempt: PaymentAttempt,
  payment: Success,
  { status, due, now }: { status: OrderStatus; due: number; now: Instant },
): PaymentChange {
  const { transactionId, amount } = payment;
  const known =
    attempt.transactionId === transactionId ||
    attempt.stray.some((stray) => stray.transactionId === transactionId);
  if (known) return { outcome: 'ignored', attempt: heard(attempt, payment, 'ignored', now) };

  const at = normalInstant(payment.succeededAt);
  const settled: PaymentAttempt = {
    ...attempt,
    state: 'succeeded',
    succeededAt: at,
    transactionId,
  };
  if (status === 'pending' && amount === due) {
    return { outcome: 'paid', attempt: heard(settled, payment, 'applied', now), paidAt: at };
  }
  const stray: StrayPayment = {
    transactionId,
    amount,
    receivedAt: at,
    reason: strayReason(status),
    refundedAt: null,
  };
  const flagged = heard(attempt.transactionId ? attempt : settled, payment, 'flagged', now);
  return {
    outcome: 'stray',
    attempt: { ...flagged, stray: [...flagged.stray, stray] },
    stray,
  };
}

const CLOSED_ORDERS: readonly OrderStatus[] = ['cancelled', 'lapsed', 'replaced'];

function strayReason(status: OrderStatus): StrayPayment['reason'] {
  if (status === 'pending') return 'wrong-amount';
  return CLOSED_ORDERS.includes(status) ? 'late' : 'duplicate';
}

function heard(
  attempt: PaymentAttempt,
  payment: GatewayPayment,
  outcome: 'applied' | 'ignored' | 'flagged',
  at: Instant,
): PaymentAttempt {
  // A number the gateway does not know has said nothing about the attempt.
  if (payment.state === 'unknown') return attempt;
  const transactionId = payment.state === 'succeeded' ? payment.transactionId : null;
  const said = { at, state: payment.state, transactionId, outcome };
  return { ...attempt, notifications: bounded([...attempt.notifications, said]) };
}

/** What told nothing new may come without end; only the latest of it is kept. */
const MOST_IGNORED = 20;

function bounded(notifications: PaymentNotification[]): PaymentNotification[] {
  const ignored = notifications.filter(({ outcome }) => outcome === 'ignored');
  if (ignored.length <= MOST_IGNORED) return notifications;
  return notifications.filter((said) => said !== ignored[0]);
}
