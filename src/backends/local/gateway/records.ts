import type { GatewayPayment, GatewayRefund } from '../../../billing/ports.js';
import type { PaymentAction } from '../../../contract/index.js';
import { DAY_MS, type Instant, type PaymentMethod } from '../../../domain/index.js';
import { toInstant, toMs } from '../clock.js';

/** Days after which a bank transfer reaches each state by itself, counted from its start. */
export interface TransferDays {
  processing: number;
  bankAccepted: number;
  succeeded: number;
}

export interface Transaction {
  transactionId: string;
  /** Minor units. */
  amount: number;
  succeededAt: Instant;
}

/** A payment as the simulated gateway knows it. */
export interface SimulatedPayment {
  number: string;
  method: PaymentMethod;
  amount: number;
  createdAt: Instant;
  expiresAt: Instant;
  action: Exclude<PaymentAction, { type: 'none' | 'authorize' }>;
  state: Exclude<GatewayPayment['state'], 'unknown'>;
  /** Money that arrived: one, unless it was paid again by hand. */
  transactions: Transaction[];
  /** While time may move it on. */
  open?: 1;
}

export interface SimulatedRefund {
  refundNumber: string;
  number: string;
  state: 'processing' | 'succeeded' | 'failed';
  /** When it ends. */
  dueAt: Instant;
  /** While it has not ended. */
  open?: 1;
}

/** What a refund fails with when told to. */
const SIMULATED_FAILURE = 'simulated-failure';

const TRANSFER_STATES = ['created', 'processing', 'bank-accepted', 'succeeded'] as const;

/** The state a transfer takes next; null when it has none. */
export function nextTransferState(
  state: SimulatedPayment['state'],
): (typeof TRANSFER_STATES)[number] | null {
  const at = TRANSFER_STATES.findIndex((other) => other === state);
  return at < 0 ? null : (TRANSFER_STATES[at + 1] ?? null);
}

/** Whether the gateway never sees the money of a transfer: an operator has to confirm it. */
export function isLeftToOperator({ action }: SimulatedPayment): boolean {
  return action.type === 'bank-transfer' && action.confirmedBy === 'operator';
}

/** When time alone moves a transfer to its next state. */
export function nextTransferAt(
  payment: SimulatedPayment,
  days: TransferDays | null,
): Instant | null {
  if (payment.method !== 'bank-transfer' || days === null) return null;
  const next = nextTransferState(payment.state);
  if (next === null || next === 'created') return null;
  if (next === 'succeeded' && isLeftToOperator(payment)) return null;
  const after = next === 'bank-accepted' ? days.bankAccepted : days[next];
  return toInstant(toMs(payment.createdAt) + after * DAY_MS);
}

/** A payment in another state, at an instant. */
export function moved(
  payment: SimulatedPayment,
  state: SimulatedPayment['state'],
  at: Instant,
  transactionId: string,
  amount = payment.amount,
): SimulatedPayment {
  const { open, ...rest } = payment;
  return {
    ...rest,
    state,
    transactions:
      state === 'succeeded'
        ? [...payment.transactions, { transactionId, amount, succeededAt: at }]
        : payment.transactions,
    ...(open && nextTransferState(state) !== null && { open }),
  };
}

/** The payment after the time until `now` has done what it does: expired, or moved on, each step at its own instant. */
export function progressed(
  payment: SimulatedPayment,
  now: Instant,
  days: TransferDays | null,
): SimulatedPayment {
  const { state } = payment;
  const expiry = state === 'open' || state === 'created' ? payment.expiresAt : null;
  const due = nextTransferAt(payment, days);
  const next = nextTransferState(state);
  if (due !== null && next !== null && due <= now && (expiry === null || due < expiry))
    return progressed(moved(payment, next, due, `transfer-${payment.number}`), now, days);
  return expiry !== null && expiry <= now ? moved(payment, 'closed', expiry, '') : payment;
}

/** What the gateway says about a payment; of several transactions the one asked for, else the first. */
export function paymentAnswer(payment: SimulatedPayment, transactionId?: string): GatewayPayment {
  if (payment.state !== 'succeeded') return { state: payment.state };
  const transaction =
    payment.transactions.find((other) => other.transactionId === transactionId) ??
    payment.transactions[0];
  if (!transaction) return { state: 'unknown' };
  return { state: 'succeeded', ...transaction };
}

export function refundAnswer(refund: SimulatedRefund): GatewayRefund {
  switch (refund.state) {
    case 'processing':
      return { state: 'processing' };
    case 'succeeded':
      return { state: 'succeeded', refundedAt: refund.dueAt };
    case 'failed':
      return { state: 'failed', failure: SIMULATED_FAILURE };
  }
}

/** The refund once the time until `now` has passed. */
export function refundProgressed(refund: SimulatedRefund, now: Instant): SimulatedRefund {
  if (refund.state !== 'processing' || refund.dueAt > now) return refund;
  const { refundNumber, number, dueAt } = refund;
  return { refundNumber, number, dueAt, state: 'succeeded' };
}
