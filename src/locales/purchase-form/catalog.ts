import type { Catalog } from '../registry.js';
import type { PurchaseFormStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** Languages of `<purchase-form>`. */
export const purchaseFormCatalog: Catalog<PurchaseFormStrings> = {
  element: 'purchase-form',
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
