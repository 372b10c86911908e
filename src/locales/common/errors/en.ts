import { checkoutErrors } from '../checkout-errors/en.js';
import type { ErrorStrings } from './strings.js';

export const errors: ErrorStrings = {
  codes: {
    ...checkoutErrors.codes,
    'policy-changed': {
      title: 'The pricing was updated meanwhile',
      text: 'Someone published a new version while you were editing. Your draft is kept.',
      next: 'Compare it with the new version, then publish again.',
    },
  },
  reasons: {
    ...checkoutErrors.reasons,
    'merchant-account-missing': {
      title: 'The merchant account is not open yet',
      text: 'Pricing cannot be published before that. Your draft is kept.',
      next: 'Open the merchant account first.',
    },
    'not-authorized': {
      title: 'The customer has not authorised the app',
      text: 'Pricing cannot be published before that. Your draft is kept.',
      next: 'Ask the customer to authorise the app.',
    },
    'not-submitted': {
      title: 'The app has not been submitted',
      text: 'It cannot be launched before that. Nothing was changed.',
      next: 'Submit the app first.',
    },
    'already-submitted': {
      title: 'The app was submitted already',
      text: 'There is no need to submit it again. Nothing was changed.',
      next: 'Refresh to see where it stands.',
    },
    'already-launched': {
      title: 'The app was launched already',
      text: 'There is no need to launch it again. Nothing was changed.',
      next: 'Refresh to see where it stands.',
    },
    'extra-trial-unavailable': {
      title: 'The extra trial cannot start',
      text: 'It can be used once, after the trial and before any purchase.',
      next: 'Buy the app to go on using it.',
    },
    'refund-ineligible': {
      title: 'This order cannot be refunded',
      text: 'It does not meet the conditions. The order is unchanged.',
      next: 'See the reasons, or ask the provider.',
    },
    'refund-not-requested': {
      title: 'No refund is waiting',
      text: 'Someone may have decided it already. The order is unchanged.',
      next: 'Refresh to see the order.',
    },
    'invoice-exists': {
      title: 'An invoice was requested already',
      text: 'Each order gets one invoice. No second request was made.',
      next: 'See where the invoice stands.',
    },
    'invoice-not-allowed': {
      title: 'This order cannot be invoiced',
      text: 'Only paid orders with an amount can. Nothing was changed.',
      next: 'See the status of the order.',
    },
    'complaint-open': {
      title: 'A complaint is still open',
      text: 'The platform is working on the last one. No second one was filed.',
      next: 'Wait for the answer.',
    },
    'no-open-complaint': {
      title: 'No complaint is waiting',
      text: 'Someone may have answered it already. Nothing was changed.',
      next: 'Refresh to see the order.',
    },
    'no-transfer-to-confirm': {
      title: 'This payment needs no confirmation',
      text: 'The bank tells by itself how it ends. Nothing was changed.',
      next: 'Refresh to see the order.',
    },
    'transaction-recorded': {
      title: 'This transaction counts for another order',
      text: 'The same money is confirmed once. Both orders are unchanged.',
      next: 'Check the transaction number.',
    },
    'currency-in-use': {
      title: 'The currency cannot change now',
      text: 'Paid time or an order still counts in the old one. Nothing was published, and your draft is kept.',
      next: 'Keep the currency, or change it once that time has ended.',
    },
    'price-not-lower': {
      title: 'The new price must be lower',
      text: 'An order that waits for payment can only become cheaper. It is unchanged.',
      next: 'Enter a lower price.',
    },
  },
};
