import { orderDetailsLanguages } from '../../locales/order-details/catalog.js';
import type { OrderDetailsStrings } from '../../locales/order-details/strings.js';
import type { OrderListStrings } from '../../locales/order-list/strings.js';
import { matchLocale } from '../../locales/registry.js';
import { languageOf } from '../../ui/language.js';

/** The texts of the list with those of what loads apart. */
export type DetailsStrings = OrderListStrings & OrderDetailsStrings;

export function withDetails(t: OrderListStrings, more: OrderDetailsStrings): DetailsStrings {
  return { ...t, ...more, details: { ...t.details, ...more.details } };
}

/** Fetches the words for who reads `host`, so that they are there when somebody looks closer. */
export async function prepareWords(host: Element): Promise<void> {
  await matchLocale(orderDetailsLanguages, languageOf(host)).load?.();
}
