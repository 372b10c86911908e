import type { Catalog } from '../registry.js';
import { orderToolsCatalog } from './name.js';
import type { OrderToolsStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const orderToolsLanguages: Catalog<OrderToolsStrings> = {
  ...orderToolsCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
