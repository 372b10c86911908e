import type { Order, OrderPage, Role, Session } from '../../../src/contract/index.js';
import { order, session } from '../../helpers/canned-shapes.js';
import { createFakeBackend, type FakeBackend } from '../../helpers/fake-backend.js';

/** Longer than any line on a phone. */
export const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitän';

/** Nothing, the least, the largest amount of a policy, the largest of an order; in fen. */
export const AMOUNTS = [0, 1, 10_000_000_000, 1_000_000_000_000] as const;

/** An order in which everything that a host or a person writes is this text. */
export function orderOf(text: string, amount: number, more: Partial<Order> = {}): Order {
  const by = { ...order.createdBy, userName: text };
  const quote = { ...order.quote, list: amount, price: amount, payable: amount };
  return {
    ...order,
    id: text,
    appName: text,
    customerName: text,
    createdBy: by,
    quote: { ...quote, lines: quote.lines.map((line) => ({ ...line, amount })) },
    payments: order.payments.map((payment) => ({
      ...payment,
      number: text,
      transactionId: text,
      amount,
    })),
    segmentsReplaced: order.segmentsReplaced.map((each) => ({ ...each, value: amount })),
    segmentsGranted: order.segmentsGranted.map((each) => ({ ...each, value: amount })),
    refund: order.refund && {
      ...order.refund,
      amount,
      reason: text,
      requestedBy: by,
      decisionReason: text,
      failure: text,
    },
    invoice: order.invoice && {
      ...order.invoice,
      amount,
      details: { ...order.invoice.details, title: text, email: text, postalAddress: text },
    },
    complaints: order.complaints.map((complaint) => ({
      ...complaint,
      contact: text,
      messages: complaint.messages.map((message) => ({ ...message, by, text })),
    })),
    timeline: order.timeline.map((entry) => ({ ...entry, by })),
    replacesOrderId: text,
    ...more,
  };
}

/** A backend that knows these orders. */
export function backendOf(
  orders: readonly Order[],
  { role = 'administrator', amount = 0 }: { role?: Role; amount?: number } = {},
): FakeBackend {
  const asked: Session = { ...session, role };
  const page: OrderPage = {
    items: [...orders],
    nextCursor: null,
    totals: {
      count: orders.length,
      amounts: [{ currency: 'CNY', payable: amount, received: amount }],
    },
  };
  return createFakeBackend({
    session: () => Promise.resolve(asked),
    orders: () => Promise.resolve(page),
    order: (id) => Promise.resolve(orders.find((each) => each.id === id) ?? orders[0]!),
  });
}
