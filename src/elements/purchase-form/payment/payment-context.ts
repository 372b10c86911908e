import type { PurchaseFormStrings } from '../../../locales/purchase-form/strings.js';
import type { PurchasePaymentStrings } from '../../../locales/purchase-payment/strings.js';
import type { ViewContext } from '../views/view-context.js';

/** What the views of a payment print with: the form's texts and their own. */
export interface PaymentContext extends ViewContext {
  t: PurchaseFormStrings & PurchasePaymentStrings;
}
