import { BackendError, type Order } from '../../contract/index.js';
import type { Quote } from '../../domain/index.js';
import { audited } from '../audit.js';
import { closeOrder } from '../close-order.js';
import type { Asked } from '../context.js';
import { conflictWith } from '../gates.js';
import { madeBefore, rememberMade, type Attempt } from '../idempotency.js';
import { refuse, requireKey, requireObject } from '../input.js';
import { lapseIfDue } from '../lapse.js';
import { findOrder, lockOrder } from '../locate.js';
import { openOrder } from '../open-order.js';
import { transferUnderWay } from '../payments.js';
import type { OrderRecord, StoreTransaction } from '../ports.js';
import { personOf } from '../principal.js';
import { orderView } from '../views.js';
import { withdrawThen, type Verdict } from '../withdraw.js';

type LowerAttempt = Attempt & { body: { amount: number } };

/**
 * Replaces a pending order by one with less to pay; what is to be paid for stays as pinned, the time to lapse begins anew. Down to 0
 * settles it (SPEC §5).
 *
 * @param input `amount`: the new payable, in minor units
 * @throws BackendError `invalid` with `price-not-lower`; `conflict` with `order-not-pending`, `payment-succeeded`, `transfer-under-way`
 * or `key-reused`; `unavailable` when the gateway does not answer
 */
export async function lowerPrice(
  asked: Asked,
  orderId: string,
  input: { amount: number; key: string },
): Promise<Order> {
  const { principal, clock, ids } = asked;
  const { amount } = requireObject('', input);
  const key = requireKey(input.key);
  if (!Number.isSafeInteger(amount)) refuse('amount', 'not-integer');
  if (amount < 0) refuse('amount', 'out-of-range');
  await asked.store.transaction('read', (tx) => findOrder(tx, principal, orderId));
  await lapseIfDue(asked, orderId);

  const by = personOf(principal);
  return withdrawThen<Order>({
    ports: asked,
    by,
    locate: (tx) => lockOrder(tx, principal, orderId),
    check: (tx, { order }) => check(asked, tx, order, attemptOn(order, key, amount)),
    decide: async (tx, located) => {
      const now = clock.now();
      const { order: old } = located;
      const id = ids.next('order');
      const replacing = { ...old, replacedByOrderId: id };
      const { installation } = await closeOrder(
        tx,
        { ...located, order: replacing },
        'replace',
        by,
        now,
      );
      const { kind, currency, request, policyVersion, quotedAt, createdBy } = old;
      const quote = lowered(old.quote, amount);
      const { order } = await openOrder(
        tx,
        installation,
        {
          id,
          kind,
          currency,
          request,
          policyVersion,
          quote,
          quotedAt,
          createdBy,
          replacesOrderId: old.id,
        },
        by,
        now,
      );
      await rememberMade(tx, attemptOn(old, key, amount), id, now);
      const on = { installationId: installation.id, orderId };
      const detail = { from: old.quote.payable, to: amount, newOrderId: id };
      await audited(tx, principal, 'lowerPrice', on, detail, now);
      return orderView(tx, order, now);
    },
  });
}

function attemptOn({ id, installationId }: OrderRecord, key: string, amount: number): LowerAttempt {
  return { installationId, scope: `lower-price:${id}`, key, body: { amount } };
}

function lowered(quote: Quote, amount: number): Quote {
  const adjustment = { code: 'adjustment', amount: amount - quote.payable } as const;
  return { ...quote, lines: [...quote.lines, adjustment], payable: amount };
}

async function check(
  { principal, clock }: Asked,
  tx: StoreTransaction,
  order: OrderRecord,
  attempt: LowerAttempt,
): Promise<Verdict<Order>> {
  const now = clock.now();
  const made = await madeBefore(tx, attempt);
  if (made !== null) {
    return { result: await orderView(tx, await findOrder(tx, principal, made), now) };
  }
  if (order.status !== 'pending') {
    const reason = order.paidAt === null ? 'order-not-pending' : 'payment-succeeded';
    return { refusal: await conflictWith(tx, reason, order.id, now) };
  }
  if (transferUnderWay(order)) {
    return { refusal: await conflictWith(tx, 'transfer-under-way', order.id, now) };
  }
  return attempt.body.amount < order.quote.payable
    ? null
    : { refusal: new BackendError('invalid', { reason: 'price-not-lower' }) };
}
