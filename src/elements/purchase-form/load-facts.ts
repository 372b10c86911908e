import {
  BackendError,
  toBackendError,
  type BillingBackend,
  type CallOptions,
  type CreateOrderInput,
  type Installation,
  type Order,
} from '../../contract/index.js';
import {
  isInstallation,
  isOrder,
  isPublishedPolicyOrNull,
  isSession,
} from '../../contract/guards.js';
import { ASIDE_TIMEOUT_MS, withDeadline } from '../../ui/deadline.js';
import { loadOrder } from '../../ui/load-order.js';
import { compose, type PricedFacts } from './composition.js';
import { likelyDraft } from './draft.js';
import { kindsFor, type PurchaseFacts } from './facts.js';
import type { Segment } from '../../domain/index.js';
import { isFor } from './order-placement.js';
import { recallOrder } from './order-in-hand.js';

/** What the form knows already. */
export interface Known {
  /** The order that is in hand already and watched on its own. */
  heldOrderId: string | null;
  /** What was sent to make an order, and not answered. */
  unanswered: CreateOrderInput | null;
  /** The paid time as it was before. */
  segments: readonly Segment[];
}

/** Reads everything the form needs at once. */
export async function loadFacts(
  backend: BillingBackend,
  installationId: string,
  known: Known,
  call: Required<CallOptions>,
): Promise<PurchaseFacts> {
  const asked = settled(backend.policy(installationId, call));
  const [session, installation] = await Promise.all([
    backend.session(call),
    backend.installation(installationId, call),
  ]);
  if (!isSession(session) || !isInstallation(installation) || installation.id !== installationId) {
    throw new BackendError('invalid-response');
  }
  if (session.role !== 'administrator') {
    // Who may not buy may not see prices either.
    return { session, installation, published: null, pending: null, refunding: null };
  }
  const [published, pending, refunding] = await Promise.all([
    asked.then((answer) => answer()),
    orderToShow(backend, installation, known, call),
    orderInRefund(backend, installationId, call),
  ]);
  return { session, installation, published, pending, refunding };
}

/** The order that waits; else the one that became of what was sent, or that this tab left to pay. */
async function orderToShow(
  backend: BillingBackend,
  { id, pendingOrderId, subscription }: Installation,
  { heldOrderId, unanswered, segments }: Known,
  call: Required<CallOptions>,
): Promise<Order | null> {
  if (pendingOrderId !== null) {
    return pendingOrderId === heldOrderId ? null : loadOrder(backend, pendingOrderId, call);
  }
  if (heldOrderId !== null) return null;
  const fresh =
    unanswered &&
    subscription?.segments.find(
      ({ orderId }) => !segments.some((segment) => segment.orderId === orderId),
    );
  if (!fresh) return orderLeftFor(backend, recallOrder(id), call);
  const order = await loadOrder(backend, fresh.orderId, call);
  return isFor(order, id, unanswered) ? order : null;
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
  const { published } = facts;
  return (
    isPublishedPolicyOrNull(published) &&
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

/** What became of the order that this tab went away to pay: who may have paid is not shown a form as if they had not. */
async function orderLeftFor(
  backend: BillingBackend,
  orderId: string | null,
  call: Required<CallOptions>,
): Promise<Order | null> {
  if (orderId === null) return null;
  try {
    return await loadOrder(backend, orderId, call);
  } catch (error) {
    if (toBackendError(error).retryable) throw error;
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
    const { items } = await withDeadline(
      (signal) =>
        backend.orders(
          {
            installationId,
            statuses: ['refund-requested', 'refunding', 'refund-failed'],
            limit: 1,
          },
          null,
          { signal },
        ),
      call.signal,
      ASIDE_TIMEOUT_MS,
    );
    const [order] = items;
    return isOrder(order) && order.installationId === installationId ? order : null;
  } catch {
    return null;
  }
}
