import type {
  BillingBackend,
  CallOptions,
  Order,
  OrderFilter,
  OrderPage,
  OrderTotals,
  Session,
} from '../../contract/index.js';
import { BackendError } from '../../contract/errors.js';
import { isOrderPage, isOrderTotals, isSession } from '../../contract/guards.js';

/** Rows that a person gets at a time. */
export const PAGE_SIZE = 50;

/** Rows that a backend gives at a time. */
export const LARGEST_PAGE = 200;

export interface PageMark {
  cursor: string;
  /** An order's id. */
  after: string;
}

/** A page as a backend gave it; null where what it says of all orders is no totals. */
export type LoadedPage = Omit<OrderPage, 'totals'> & { totals: OrderTotals | null };

/** The orders as far as they have been loaded. */
export interface LoadedOrders {
  session: Session;
  /** What was asked for, to be compared with {@link keyOf}. */
  key: string;
  orders: Order[];
  nextCursor: string | null;
  /** Where further pages began: the cursor, and the order it came after. */
  marks: readonly PageMark[];
  /** Null when only the rows were of use. */
  totals: OrderTotals | null;
  /** For members, who see no orders: whom they may ask. */
  contacts: string[];
}

const NOTHING: OrderTotals = { count: 0, amounts: [] };

export function keyOf(filter: OrderFilter): string {
  return JSON.stringify(filter);
}

/**
 * Asks who is asking, and for a page of orders, or as many pages as it takes to have `rows` of them again. Members see none, and are told so without a failure.
 *
 * @throws BackendError `invalid-response` when an answer is not what it should be
 */
export async function loadOrders(
  backend: BillingBackend,
  filter: OrderFilter,
  rows: number,
  call: Required<CallOptions>,
): Promise<LoadedOrders> {
  const first = loadPage(backend, filter, Math.max(rows, PAGE_SIZE), null, call);
  // Of no interest to a member, who learns it from the session.
  first.catch(() => undefined);
  const session = await backend.session(call);
  if (!isSession(session)) throw new BackendError('invalid-response');
  const key = keyOf(filter);
  if (session.role === 'member') {
    const contacts = await contactsOf(backend, filter.installationId, call);
    return { session, key, orders: [], nextCursor: null, marks: [], totals: NOTHING, contacts };
  }
  let page = await first;
  const orders = [...page.items];
  const { totals } = page;
  const marks: PageMark[] = [];
  while (orders.length < rows && page.nextCursor !== null) {
    marks.push(...markAt(page.nextCursor, orders));
    page = await loadPage(backend, filter, rows - orders.length, page.nextCursor, call);
    orders.push(...page.items);
  }
  return {
    session,
    key,
    orders: unique(orders),
    nextCursor: page.nextCursor,
    marks,
    totals,
    contacts: [],
  };
}

/**
 * Rubbish for totals costs no rows.
 *
 * @throws BackendError `invalid-response` when the answer is no page
 */
export async function loadPage(
  backend: BillingBackend,
  filter: OrderFilter,
  rows: number,
  cursor: string | null,
  call: Required<CallOptions>,
): Promise<LoadedPage> {
  const limit = Math.min(rows, LARGEST_PAGE);
  const page: LoadedPage = await backend.orders({ ...filter, limit }, cursor, call);
  if (!isOrderPage(page)) throw new BackendError('invalid-response');
  // It would go round in circles.
  if (cursor !== null && page.nextCursor === cursor) throw new BackendError('invalid-response');
  return { ...page, totals: isOrderTotals(page.totals) ? page.totals : null };
}

/** The mark of a page that goes on after these orders. */
export function markAt(cursor: string, orders: readonly Order[]): PageMark[] {
  const after = orders.at(-1)?.id;
  return after === undefined ? [] : [{ cursor, after }];
}

/** A list and the page after it. */
export function continued(orders: readonly Order[], page: readonly Order[]): Order[] {
  const fresh = new Set(page.map(({ id }) => id));
  const longer = orders.concat(page);
  // Of a long list, rather than of all its orders, the few that came.
  return orders.some(({ id }) => fresh.has(id)) ? unique(longer) : longer;
}

/** Orders that came between two pages may come twice. */
export function unique(orders: readonly Order[]): Order[] {
  return [...new Map(orders.map((order) => [order.id, order])).values()];
}

async function contactsOf(
  backend: BillingBackend,
  installationId: string | undefined,
  call: Required<CallOptions>,
): Promise<string[]> {
  if (installationId === undefined) return [];
  try {
    const { contacts }: { contacts: unknown } = await backend.installation(installationId, call);
    return Array.isArray(contacts) ? contacts.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
