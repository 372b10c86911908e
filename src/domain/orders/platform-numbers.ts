import type { OrderKind } from '../pricing/types.js';
import type { InvoiceType, OrderStatus } from './types.js';

/*
 * The platform's numbering (SPEC §5 "Platform numbering"), for whoever speaks with its interfaces; nothing else in the kit knows it.
 * Reading gives null where the kit has no counterpart. Where the kit tells more apart than the platform, several statuses share a number.
 */

/** The platform knows no replaced order: its price was lowered by cancelling it. */
const PAYTOOL_STATUS: Readonly<Record<OrderStatus, number>> = {
  pending: 1,
  paid: 2,
  cancelled: 3,
  replaced: 3,
  lapsed: 4,
  'refund-requested': 5,
  refunding: 5,
  'refund-failed': 5,
  refunded: 6,
};

/** 7, completed, is paid; 8, awaiting the company's confirmation, is not yet; 9, partly refunded, has no counterpart. */
const ORDER_STATUS_OF_PAYTOOL: ReadonlyMap<number, OrderStatus> = new Map([
  [1, 'pending'],
  [2, 'paid'],
  [3, 'cancelled'],
  [4, 'lapsed'],
  [5, 'refund-requested'],
  [6, 'refunded'],
  [7, 'paid'],
  [8, 'pending'],
]);

const SERVICE_STATUS: Readonly<Record<OrderStatus, number>> = {
  pending: 0,
  paid: 1,
  cancelled: 2,
  replaced: 2,
  lapsed: 3,
  'refund-requested': 4,
  refunding: 4,
  'refund-failed': 4,
  refunded: 5,
};

/** 6 is a rejected refund: the order is paid again. */
const ORDER_STATUS_OF_SERVICE: ReadonlyMap<number, OrderStatus> = new Map([
  [0, 'pending'],
  [1, 'paid'],
  [2, 'cancelled'],
  [3, 'lapsed'],
  [4, 'refund-requested'],
  [5, 'refunded'],
  [6, 'paid'],
]);

/** 3, a change of version, has no counterpart. */
const ORDER_TYPES: readonly OrderKind[] = ['new', 'expand', 'renew'];

const INVOICE_TYPES: readonly InvoiceType[] = ['ordinary', 'special'];

/** The number paytool has for an order's status (SPEC §5 "Platform numbering"). */
export function paytoolStatus(status: OrderStatus): number {
  return PAYTOOL_STATUS[status];
}

/** The status a paytool number stands for; null for 9, partly refunded, and for numbers nobody knows. */
export function orderStatusOfPaytool(number: number): OrderStatus | null {
  return ORDER_STATUS_OF_PAYTOOL.get(number) ?? null;
}

/** The number service orders have for an order's status (SPEC §5 "Platform numbering"). */
export function serviceStatus(status: OrderStatus): number {
  return SERVICE_STATUS[status];
}

/** The status a number of service orders stands for; null for numbers nobody knows. */
export function orderStatusOfService(number: number): OrderStatus | null {
  return ORDER_STATUS_OF_SERVICE.get(number) ?? null;
}

/** The platform's number for a kind of order: 0 new, 1 expand, 2 renew. */
export function platformOrderType(kind: OrderKind): number {
  return ORDER_TYPES.indexOf(kind);
}

/** The kind an order type of the platform stands for; null for 3, a change of version, and for numbers nobody knows. */
export function orderKindOfPlatform(number: number): OrderKind | null {
  return ORDER_TYPES[number] ?? null;
}

/** The platform's number for a type of invoice: 0 ordinary, 1 special. */
export function platformInvoiceType(type: InvoiceType): number {
  return INVOICE_TYPES.indexOf(type);
}

/** The type of invoice a number of the platform stands for; null for numbers nobody knows. */
export function invoiceTypeOfPlatform(number: number): InvoiceType | null {
  return INVOICE_TYPES[number] ?? null;
}

/**
 * The `user_count` of an order in paytool: the seats an expansion adds, all seats otherwise. Service orders carry the total always.
 *
 * @param seats the total after the order
 * @param seatsBefore the total before it; looked at for an expansion only
 */
export function paytoolUserCount(kind: OrderKind, seats: number, seatsBefore: number): number {
  return kind === 'expand' ? seats - seatsBefore : seats;
}

/** The total seats after an order that paytool describes; the inverse of {@link paytoolUserCount}. */
export function seatsOfPaytool(kind: OrderKind, userCount: number, seatsBefore: number): number {
  return kind === 'expand' ? seatsBefore + userCount : userCount;
}
