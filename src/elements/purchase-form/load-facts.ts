import type { BillingBackend, CallOptions, Order } from '../../contract/index.js';
import {
  isInstallation,
  isOrder,
  isPublishedPolicyOrNull,
  isSession,
} from '../../contract/guards.js';
import type { PurchaseFacts } from './facts.js';

/** Reads everything the form needs at once. */
export async function loadFacts(
  backend: BillingBackend,
  installationId: string,
  call: Required<CallOptions>,
): Promise<PurchaseFacts> {
  const [session, installation, published] = await Promise.all([
    backend.session(call),
    backend.installation(installationId, call),
    backend.policy(installationId, call),
  ]);
  const buyer = session.role === 'administrator';
  const [pending, refunding] = await Promise.all([
    buyer && installation.pendingOrderId !== null
      ? backend.order(installation.pendingOrderId, call)
      : null,
    buyer ? orderInRefund(backend, installationId, call) : null,
  ]);
  return { session, installation, published, pending, refunding };
}

/** Whether an answer is what it should be, so that nothing rendered from it can throw. */
export function areFacts(value: unknown): boolean {
  const { session, installation, published, pending, refunding } = value as PurchaseFacts;
  return (
    isSession(session) &&
    isInstallation(installation) &&
    isPublishedPolicyOrNull(published) &&
    (pending === null || isOrder(pending)) &&
    (refunding === null || isOrder(refunding))
  );
}

/** Told early; a backend that cannot say refuses the order later instead. */
async function orderInRefund(
  backend: BillingBackend,
  installationId: string,
  call: Required<CallOptions>,
): Promise<Order | null> {
  try {
    const { items } = await backend.orders(
      { installationId, statuses: ['refund-requested', 'refunding', 'refund-failed'], limit: 1 },
      null,
      call,
    );
    return items[0] ?? null;
  } catch {
    return null;
  }
}
