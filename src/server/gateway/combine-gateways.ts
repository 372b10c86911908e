import type { PaymentGateway, Store } from '../../billing/index.js';
import type { PaymentMethod } from '../../domain/index.js';

/** Which gateway moves the money of which method. */
export interface CombinedGateways {
  /** Says by which method a payment was begun. */
  store: Store;
  wechat?: PaymentGateway;
  transfer?: PaymentGateway;
}

/** One gateway out of several: each payment goes where its method goes, each later question where its payment went. */
export function combineGateways({ store, wechat, transfer }: CombinedGateways): PaymentGateway {
  const byMethod: Record<PaymentMethod, PaymentGateway | undefined> = {
    wechat,
    'bank-transfer': transfer,
  };

  function gatewayFor(method: PaymentMethod): PaymentGateway {
    const gateway = byMethod[method];
    if (!gateway) throw new Error(`No gateway for payments by ${method}`);
    return gateway;
  }

  /** null for a number that no order has. */
  async function gatewayOf(number: string): Promise<PaymentGateway | null> {
    const order = await store.transaction('read', (tx) => tx.orderByPaymentNumber(number));
    const attempt = order?.payments.find((payment) => payment.number === number);
    return attempt ? gatewayFor(attempt.method) : null;
  }

  return {
    supports: (method, environment) => byMethod[method]?.supports(method, environment) ?? false,
    create: async (request) => gatewayFor(request.method).create(request),
    query: async (number) => (await gatewayOf(number))?.query(number) ?? { state: 'unknown' },
    close: async (number) => (await gatewayOf(number))?.close(number) ?? { state: 'unknown' },
    async refund(request) {
      const gateway = await gatewayOf(request.number);
      if (!gateway) throw new Error('No order has the payment that is to be sent back');
      return gateway.refund(request);
    },
    async queryRefund(refundNumber) {
      // Refund numbers are unique for ever, so at most one of them knows it.
      for (const gateway of [wechat, transfer]) {
        const refund = await gateway?.queryRefund(refundNumber);
        if (refund && refund.state !== 'unknown') return refund;
      }
      return { state: 'unknown' };
    },
  };
}
