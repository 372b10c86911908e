import type { Catalog } from '../registry.js';
import { purchasePaymentCatalog } from './name.js';
import type { PurchasePaymentStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const purchasePaymentLanguages: Catalog<PurchasePaymentStrings> = {
  ...purchasePaymentCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
