import type { CatalogName } from '../registry.js';
import type { PurchasePaymentStrings } from './strings.js';

/** Languages of the part of `<purchase-form>` that takes payments, which loads apart. */
export const purchasePaymentCatalog: CatalogName<PurchasePaymentStrings> = {
  element: 'purchase-payment',
};
