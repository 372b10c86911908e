import type { Catalog } from '../registry.js';
import type { PurchasePaymentStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** Languages of the part of `<purchase-form>` that takes payments, which loads apart. */
export const purchasePaymentCatalog: Catalog<PurchasePaymentStrings> = {
  element: 'purchase-payment',
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
