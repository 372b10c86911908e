import type { BillingBackend, CallOptions, Order, OrderFilter } from '../../contract/index.js';
import { LARGEST_PAGE, loadOrders, loadPage, type LoadedOrders } from './load-orders.js';

/**
 * Brings a long list up to date where it matters: its totals, its first page, and the page that holds the row at `index`. The others stay
 * as they were.
 *
 * @throws BackendError `invalid-response` when an answer is not what it should be
 */
export async function refreshAround(
  backend: BillingBackend,
  filter: OrderFilter,
  before: LoadedOrders,
  index: number,
  call: Required<CallOptions>,
): Promise<LoadedOrders> {
  const head = await loadOrders(backend, filter, LARGEST_PAGE, call);
  const merged = spliced(before.orders, 0, head.orders);
  // More came than a page holds: what is between is not known, so that the list grows anew from here.
  if (!merged || head.nextCursor === null) return head;
  const { marks, nextCursor } = before;
  const fits = ({ length }: readonly Order[]) =>
    !head.totals ||
    (nextCursor === null ? length === head.totals.count : length <= head.totals.count);
  const mark = markBefore(before, index);
  if (!mark) return fits(merged) ? { ...head, orders: merged, marks, nextCursor } : head;
  const page = await loadPage(backend, filter, LARGEST_PAGE, mark.cursor, call);
  const from = merged.findIndex(({ id }) => id === mark.after) + 1;
  // The order it came after is no longer listed; another refresh finds the place by an earlier one.
  if (from === 0) return { ...head, orders: merged, marks, nextCursor };
  const orders = page.nextCursor !== null && spliced(merged, from, page.items);
  if (orders && fits(orders)) return { ...head, orders, marks, nextCursor };
  // Somewhere below rows came or went: they come anew once they are near.
  const kept = merged.slice(0, from);
  return { ...head, orders: kept.concat(page.items), marks, nextCursor: page.nextCursor };
}

/** Where the page that holds a row begins; undefined for the first. */
function markBefore(
  { orders, marks }: LoadedOrders,
  index: number,
): LoadedOrders['marks'][number] | undefined {
  const places = new Map(orders.map(({ id }, place) => [id, place]));
  return marks.findLast(({ after }) => (places.get(after) ?? Infinity) < index);
}

/**
 * The list with a stretch of it, from a place on, as it is now. It reaches to the last order that was there before.
 *
 * @returns null when none of the fresh orders was there, so that where the stretch ends cannot be told
 */
export function spliced(
  before: readonly Order[],
  from: number,
  fresh: readonly Order[],
): Order[] | null {
  const ids = new Set(fresh.map(({ id }) => id));
  const end = before.findLastIndex(
    ({ id }, index) => index >= from && index < from + 2 * LARGEST_PAGE && ids.has(id),
  );
  if (end < 0) return null;
  const others = (orders: readonly Order[]) => orders.filter(({ id }) => !ids.has(id));
  return [...others(before.slice(0, from)), ...fresh, ...others(before.slice(end + 1))];
}
