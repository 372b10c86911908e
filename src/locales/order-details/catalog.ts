import type { Catalog } from '../registry.js';
import { orderDetailsCatalog } from './name.js';
import type { OrderDetailsStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const orderDetailsLanguages: Catalog<OrderDetailsStrings> = {
  ...orderDetailsCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
