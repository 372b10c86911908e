import type {
  BackendError,
  Order,
  PaymentAction,
  PaymentAttempt,
} from '../../../contract/index.js';
import type { Instant, PaymentEnvironment, PaymentMethod } from '../../../domain/index.js';
import type { WalletAnswer } from './wechat-bridge.js';

/** Where the payment of a pending order stands in this page. */
export type PaymentStage =
  /** Waits for the buyer to start it. */
  | { step: 'ready'; returned: boolean }
  | { step: 'starting'; method: PaymentMethod }
  | { step: 'failed'; method: PaymentMethod; error: BackendError }
  /** A code to scan, an account to transfer to. */
  | { step: 'shown'; action: Extract<PaymentAction, { type: 'qr' | 'bank-transfer' }> }
  /** The wallet around the page was called; `answer` is null while it is open. */
  | {
      step: 'wallet';
      action: Extract<PaymentAction, { type: 'jsapi' }>;
      answer: WalletAnswer | null;
    }
  /** On the way to another page, or ready to go there. */
  | { step: 'leaving'; action: Extract<PaymentAction, { type: 'authorize' | 'redirect' }> };

const OPEN = new Set<PaymentAttempt['state']>(['open', 'created', 'processing', 'bank-accepted']);
const UNDER_WAY = new Set<PaymentAttempt['state']>(['processing', 'bank-accepted']);

/** The attempt that can still be paid; an order has at most one (SPEC §5). */
export function openAttempt(order: Order): PaymentAttempt | null {
  return order.payments.find((attempt) => OPEN.has(attempt.state)) ?? null;
}

/** Whether a bank has the money in hand: nothing may be cancelled or changed until it ends. */
export function transferUnderWay(order: Order): boolean {
  return order.payments.some((attempt) => UNDER_WAY.has(attempt.state));
}

/**
 * What can be shown of an order that is met again, after a reload or in another tab: the code or the account that is still good.
 * Anything that would open a wallet or leave the page waits for the buyer.
 */
export function stageOnReturn(
  order: Order,
  environment: PaymentEnvironment,
  now: Instant,
): PaymentStage {
  const attempt = openAttempt(order);
  const action = attempt?.action;
  if (action?.type === 'bank-transfer') return { step: 'shown', action };
  if (action?.type === 'qr' && environment === 'desktop' && !isOver(action.expiresAt, now)) {
    return { step: 'shown', action };
  }
  return { step: 'ready', returned: action?.type === 'redirect' || action?.type === 'jsapi' };
}

/** Whether the action asks for another amount than the order does: then nobody may pay it. */
export function amountDiffers(action: PaymentAction, order: Order): boolean {
  return 'amount' in action && action.amount !== order.quote.payable;
}

export function isOver(instant: Instant, now: Instant): boolean {
  return Date.parse(now) >= Date.parse(instant);
}
