import type {
  BillingBackend,
  Order,
  PaymentAction,
  PaymentAttempt,
  StartPaymentInput,
} from '../contract/index.js';
import type { Policy, QuoteRequest } from '../domain/index.js';
import { equal, present } from './assert.js';
import type { ContractHarness, NewInstallation } from './harness.js';

/** 120 yuan a seat and year; two years at 90 %; 5 to 500 seats; a trial of 15 days and 7 more. */
export const POLICY: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] },
  seatLimits: { min: 5, max: 500 },
  priceCap: null,
  expansion: 'new-term',
};

/** One installation and everyone around it. */
export interface Scene {
  id: string;
  harness: ContractHarness;
  provider: BillingBackend;
  administrator: BillingBackend;
  member: BillingBackend;
  operator: BillingBackend;
}

export async function authorized(
  harness: ContractHarness,
  facts?: NewInstallation,
): Promise<Scene> {
  const id = await harness.newInstallation(facts);
  return {
    id,
    harness,
    provider: harness.backendFor('provider', id),
    administrator: harness.backendFor('administrator', id),
    member: harness.backendFor('member', id),
    operator: harness.backendFor('operator', id),
  };
}

export async function launched(
  harness: ContractHarness,
  policy: Policy = POLICY,
  facts?: NewInstallation,
): Promise<Scene> {
  const scene = await authorized(harness, facts);
  await scene.provider.publishPolicy(scene.id, { policy, baseVersion: null });
  await scene.provider.submit(scene.id);
  await scene.provider.launch(scene.id);
  return scene;
}

let keys = 0;
const run = Math.random().toString(36).slice(2, 8);

/** An idempotency key that nobody has used. */
export function freshKey(): string {
  return `check-${run}-${++keys}`;
}

/** Orders at the price quoted now. */
export async function order(
  { id, administrator }: Scene,
  request: QuoteRequest,
  { acceptForfeit = false, key = freshKey() } = {},
): Promise<Order> {
  const quote = await administrator.quote(id, request);
  return administrator.createOrder(id, { request, quote, acceptForfeit, key });
}

export const QR: Omit<StartPaymentInput, 'key'> = { method: 'wechat', environment: 'desktop' };
export const TRANSFER: Omit<StartPaymentInput, 'key'> = {
  method: 'bank-transfer',
  environment: 'desktop',
};

/** Begins to pay and gives the action with the attempt it belongs to. */
export async function startPaying(
  { administrator }: Scene,
  orderId: string,
  how: Omit<StartPaymentInput, 'key'> = QR,
): Promise<{ action: PaymentAction; attempt: PaymentAttempt }> {
  const action = await administrator.startPayment(orderId, { ...how, key: freshKey() });
  return { action, attempt: lastAttempt(await administrator.order(orderId)) };
}

export function lastAttempt(order: Order): PaymentAttempt {
  return present(order.payments.at(-1), 'a payment that was started is an attempt of the order');
}

/** Orders and pays at once. */
export async function buy(
  scene: Scene,
  request: QuoteRequest,
  options?: { acceptForfeit?: boolean },
): Promise<Order> {
  const made = await order(scene, request, options);
  if (made.status === 'paid') return made;
  const { attempt } = await startPaying(scene, made.id);
  await scene.harness.gateway.pay(attempt.number);
  const paid = await scene.administrator.order(made.id);
  equal(paid.status, 'paid', 'an order is paid once the gateway says so');
  return paid;
}
