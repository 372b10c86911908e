import type { Catalog } from '../registry.js';
import type { OrderListStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** Languages of `<order-list>`. */
export const orderListCatalog: Catalog<OrderListStrings> = {
  element: 'order-list',
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
