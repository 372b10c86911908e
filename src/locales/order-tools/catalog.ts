import type { Catalog } from '../registry.js';
import type { OrderToolsStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** Languages of the part of `<order-list>` that loads apart: the choice of columns, the export, the print. */
export const orderToolsCatalog: Catalog<OrderToolsStrings> = {
  element: 'order-tools',
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
