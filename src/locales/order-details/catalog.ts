import type { Catalog } from '../registry.js';
import type { OrderDetailsStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** Languages of the part of `<order-list>` that loads apart: details, menu and dialogs. */
export const orderDetailsCatalog: Catalog<OrderDetailsStrings> = {
  element: 'order-details',
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
