import {
  BackendError,
  type BillingBackend,
  type CallOptions,
  type Order,
} from '../../contract/index.js';
import {
  isInstallation,
  isOrder,
  isPublishedPolicyOrNull,
  isSession,
} from '../../contract/guards.js';
import { compose, type PricedFacts } from './composition.js';
import { likelyDraft } from './draft.js';
import { kindsFor, type PurchaseFacts } from './facts.js';
import { recallOrder } from './order-in-hand.js';

/**
 * Reads everything the form needs at once.
 *
 * @param heldOrderId the order that is in hand already and watched on its own
 */
export async function loadFacts(
  backend: BillingBackend,
  installationId: string,
  heldOrderId: string | null,
  call: Required<CallOptions>,
): Promise<PurchaseFacts> {
  const asked = settled(backend.policy(installationId, call));
  const [session, installation] = await Promise.all([
    backend.session(call),
    backend.installation(installationId, call),
  ]);
  if (!isSession(session) || !isInstallation(installation)) {
    throw new BackendError('invalid-response');
  }
  if (session.role !== 'administrator') {
    // Who may not buy may not see prices either.
    return { session, installation, published: null, pending: null, refunding: null };
  }
  const { pendingOrderId } = installation;
  const [published, pending, refunding] = await Promise.all([
    asked.then((answer) => answer()),
    pendingOrderId === null
      ? orderLeftFor(backend, heldOrderId === null ? recallOrder(installationId) : null, call)
      : pendingOrderId === heldOrderId
        ? null
        : backend.order(pendingOrderId, call),
    orderInRefund(backend, installationId, call),
  ]);
  return { session, installation, published, pending, refunding };
}

/** The answer to be taken later: a failure that nobody minds must not count as unhandled. */
async function settled<Value>(promise: Promise<Value>): Promise<() => Value> {
  try {
    const value = await promise;
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Whether the rest is what it should be too, so that nothing rendered from it can throw. */
export function areFacts(value: unknown): boolean {
  const facts = value as PurchaseFacts;
  const { published, pending, refunding } = facts;
  return (
    isPublishedPolicyOrNull(published) &&
    (pending === null || isOrder(pending)) &&
    (refunding === null || isOrder(refunding)) &&
    (published === null || tryPricing({ ...facts, published }))
  );
}

/**
 * Prices one order of each kind: a policy that is none, though it has the shape of one, throws here and not on the page.
 *
 * @throws RangeError
 */
function tryPricing(facts: PricedFacts): boolean {
  const { now } = facts.session;
  for (const kind of kindsFor(facts, now)) {
    compose(facts, kind, likelyDraft(facts, kind, now, { seats: null, cycles: null }), now);
  }
  return true;
}

/** What became of the order that this tab went away to pay. */
async function orderLeftFor(
  backend: BillingBackend,
  orderId: string | null,
  call: Required<CallOptions>,
): Promise<Order | null> {
  if (orderId === null) return null;
  try {
    return await backend.order(orderId, call);
  } catch {
    return null;
  }
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
