import { BackendError, type CreateOrderInput, type Order } from '../../contract/index.js';
import type { Quote, QuoteRequest } from '../../domain/index.js';
import type { Asked } from '../context.js';
import { freshQuote, promiseOf, samePromise } from '../fresh-quote.js';
import { requireNonePending, requireNoRefund } from '../gates.js';
import { madeBefore, rememberMade } from '../idempotency.js';
import { readRequest, requireFlag, requireKey, requireObject } from '../input.js';
import { lapseIfDue } from '../lapse.js';
import { findInstallation, findOrder, lockInstallation } from '../locate.js';
import { openOrder } from '../open-order.js';
import { personOf } from '../principal.js';
import { orderView } from '../views.js';

/**
 * Makes an order at the price the page showed, if that is still the price (SPEC §5).
 *
 * @throws BackendError `quote-changed` with the fresh quote and its policy; `forfeit-not-accepted` with the quote; `invalid` with
 * `violations`; `conflict` with `not-launched`, `order-pending`, `refund-under-way` or `key-reused`
 */
export async function createOrder(
  asked: Asked,
  installationId: string,
  input: CreateOrderInput,
): Promise<Order> {
  const { store, principal, clock, ids } = asked;
  const { request: wish, quote: shown, acceptForfeit: accepted, key } = requireObject('', input);
  const request = readRequest(wish);
  const acceptForfeit = requireFlag('acceptForfeit', accepted);
  requireObject('quote', shown);
  const attempt = {
    installationId,
    scope: 'create-order',
    key: requireKey(key),
    body: { request, quote: promiseOf(shown), acceptForfeit },
  };
  await lapsePending(asked, installationId);

  return store.transaction('write', async (tx) => {
    const installation = await lockInstallation(tx, principal, installationId);
    const now = clock.now();
    const made = await madeBefore(tx, attempt);
    if (made !== null) return orderView(tx, await findOrder(tx, principal, made), now);

    if (installation.subscription.launchedAt === null) {
      throw new BackendError('conflict', { reason: 'not-launched' });
    }
    await requireNoRefund(tx, installation, now);
    await requireNonePending(tx, installation, now);
    const { quote, published } = await freshQuote(tx, installation, request, now);
    if (!samePromise(shown, quote)) {
      throw new BackendError('quote-changed', { quote, policy: published });
    }
    const loses = quote.creditForfeited > 0 || quote.endsEarlierDays > 0;
    if (loses && !acceptForfeit) throw new BackendError('forfeit-not-accepted', { quote });

    const by = personOf(principal);
    const { order } = await openOrder(
      tx,
      installation,
      {
        id: ids.next('order'),
        kind: request.kind,
        currency: published.policy.currency,
        request: ordered(request, quote),
        policyVersion: published.version,
        quote,
        quotedAt: now,
        createdBy: by,
        replacesOrderId: null,
      },
      by,
      now,
    );
    await rememberMade(tx, attempt, order.id, now);
    return orderView(tx, order, now);
  });
}

/** A request as an order keeps it: a co-term expansion asks for no cycles, whatever came along. */
function ordered(request: QuoteRequest, { seats, cycles }: Quote): QuoteRequest {
  return request.kind === 'expand' && cycles === 0 ? { kind: 'expand', seats } : request;
}

/** An order whose time is over must not be in the way only because no worker has come by. */
async function lapsePending(asked: Asked, installationId: string): Promise<void> {
  const { pendingOrderId } = await asked.store.transaction('read', (tx) =>
    findInstallation(tx, asked.principal, installationId),
  );
  if (pendingOrderId !== null) await lapseIfDue(asked, pendingOrderId);
}
