import { orderDetailsLanguages } from '../../../locales/order-details/catalog.js';
import type { OrderDetailsStrings } from '../../../locales/order-details/strings.js';
import type { OrderListStrings } from '../../../locales/order-list/strings.js';
import { matchLocale } from '../../../locales/registry.js';
import { languageOf } from '../../../ui/language.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import type { OrderContext, ViewContext } from './context.js';

/** The texts of the list with those of what loads apart. */
export type DetailsStrings = OrderListStrings & OrderDetailsStrings;

/** What details and menu print with. */
export interface DetailsContext extends OrderContext {
  t: DetailsStrings;
}

/** What the dialog of a task is drawn with. */
export interface TaskContext extends ViewContext {
  t: DetailsStrings;
  flow: TaskFlow;
}

/** Fetches the words for who reads `host`, so that they are there when somebody looks closer. */
export async function prepareWords(host: Element): Promise<void> {
  await matchLocale(orderDetailsLanguages, languageOf(host)).load?.();
}

export function withDetails(t: OrderListStrings, more: OrderDetailsStrings): DetailsStrings {
  return { ...t, ...more, details: { ...t.details, ...more.details } };
}
