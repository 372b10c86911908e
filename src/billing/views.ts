import type { Installation, InstallationEntitlement, Order } from '../contract/index.js';
import { entitlement, refundEligibility, type Instant } from '../domain/index.js';
import type { InstallationRecord, OrderRecord, StoreTransaction } from './ports.js';
import type { Principal } from './principal.js';

/** An installation as the principal may see it: members see no amounts and no orders. */
export function installationView(
  { refundOrderId: _, ...record }: InstallationRecord,
  { role }: Principal,
): Installation {
  const { subscription, pendingOrderId } = record;
  const member = role === 'member';
  return {
    ...record,
    launchedAt: subscription.launchedAt,
    subscription: member ? null : subscription,
    pendingOrderId: member ? null : pendingOrderId,
  };
}

/** Whether the app may be used, with all that the page needs to explain it and to carry it forward in time (SPEC §6). */
export function entitlementView(
  installation: InstallationRecord,
  { role }: Principal,
  now: Instant,
): InstallationEntitlement {
  const { id, appName, providerName, contacts, subscription } = installation;
  return {
    ...entitlement(subscription, now),
    installationId: id,
    appName,
    providerName,
    contacts,
    role,
    facts: {
      ...subscription,
      segments: subscription.segments.map(({ seats, startsAt, endsAt }) => ({
        seats,
        startsAt,
        endsAt,
      })),
    },
    now,
    token: null,
  };
}

/** An order with whether it can be refunded now, which depends on the other orders of its installation. */
export async function orderView(
  tx: StoreTransaction,
  order: OrderRecord,
  now: Instant,
): Promise<Order> {
  return viewWith(order, await tx.standingOrders([order.installationId]), now);
}

/** Several orders, with one look at their installations. */
export async function orderViews(
  tx: StoreTransaction,
  orders: readonly OrderRecord[],
  now: Instant,
): Promise<Order[]> {
  const ids = [...new Set(orders.map(({ installationId }) => installationId))];
  const standing = await tx.standingOrders(ids);
  const byInstallation = new Map(
    ids.map((id) => [id, standing.filter(({ installationId }) => installationId === id)]),
  );
  return orders.map((order) =>
    viewWith(order, byInstallation.get(order.installationId) ?? [], now),
  );
}

function viewWith(
  { refundNumber: _, ...order }: OrderRecord,
  standing: readonly OrderRecord[],
  now: Instant,
): Order {
  return { ...order, refundEligibility: refundEligibility(order, standing, now) };
}
