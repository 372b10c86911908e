import type { ErrorStrings } from './strings.js';

export const errors: ErrorStrings = {
  codes: {
    'quote-changed': {
      title: 'The price has changed',
      text: 'It was updated after you saw it. No order was made, and what you entered is kept.',
      next: 'Check the new price, then submit again.',
    },
    'forfeit-not-accepted': {
      title: 'Your confirmation is needed',
      text: 'This order gives up some remaining value or time. It has not been made yet.',
      next: 'Read the note, tick the box and submit again.',
    },
    'policy-changed': {
      title: 'The pricing was updated meanwhile',
      text: 'Someone published a new version while you were editing. Your draft is kept.',
      next: 'Compare it with the new version, then publish again.',
    },
    'not-found': {
      title: 'Not found',
      text: 'It may have been removed, or this account may not see it. Nothing was changed.',
      next: 'Refresh the list, or sign in with another account.',
    },
    forbidden: {
      title: 'Not allowed',
      text: 'This account may not do that. Nothing was changed.',
      next: 'Ask an administrator of your company.',
    },
    unauthenticated: {
      title: 'You are signed out',
      text: 'For safety you need to sign in again. What you entered is kept.',
      next: 'Sign in and try again.',
    },
    conflict: {
      title: 'Something else happened first',
      text: 'A related change was made elsewhere, so this one did not take effect.',
      next: 'Refresh to see the latest, then try again.',
    },
    invalid: {
      title: 'Some entries need a change',
      text: 'Nothing was submitted, and what you entered is kept.',
      next: 'Correct the marked fields and submit again.',
    },
    'rate-limited': {
      title: 'Too many attempts',
      text: 'This one did not take effect. What you entered is kept.',
      next: 'Wait a moment, then try again.',
    },
    network: {
      title: 'No connection',
      text: 'What you entered is kept. Trying again never orders or pays twice.',
      next: 'Check the connection and try again.',
    },
    timeout: {
      title: 'This took too long',
      text: 'The service did not answer in time. What you entered is kept, and trying again never orders or pays twice.',
      next: 'Try again.',
    },
    'invalid-response': {
      title: 'The answer could not be read',
      text: 'The service sent something unexpected. Your data is not affected.',
      next: 'Try again. If it persists, tell whoever runs this site.',
    },
    unavailable: {
      title: 'The service is not available right now',
      text: 'Your data is not affected. Trying again never orders or pays twice.',
      next: 'Try again in a while.',
    },
  },
  reasons: {
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
    'no-policy': {
      title: 'There is no pricing yet',
      text: 'This needs published pricing. Nothing was changed.',
      next: 'The provider has to publish pricing first.',
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
    'not-launched': {
      title: 'The app is not launched yet',
      text: 'It can be bought once it is. Nothing was charged.',
      next: 'Come back after the provider has launched it.',
    },
    'extra-trial-unavailable': {
      title: 'The extra trial cannot start',
      text: 'It can be used once, after the trial and before any purchase.',
      next: 'Buy the app to go on using it.',
    },
    'order-pending': {
      title: 'Another order waits for payment',
      text: 'Only one order can wait at a time. No second one was made.',
      next: 'Pay or cancel that order first.',
    },
    'order-not-pending': {
      title: 'The order no longer waits for payment',
      text: 'Its status has changed, so this did not take effect.',
      next: 'Refresh to see the order.',
    },
    'key-reused': {
      title: 'This differs from the last submission',
      text: 'Nothing was made twice, and what you entered is kept.',
      next: 'Reload the page and submit again.',
    },
    'payment-succeeded': {
      title: 'The payment has arrived',
      text: 'The order is paid, so this did not take effect.',
      next: 'Refresh to see the order.',
    },
    'transfer-under-way': {
      title: 'The bank transfer is under way',
      text: 'Until the bank is done, the order cannot be cancelled or paid another way. Your money is safe.',
      next: 'Wait for the bank’s result.',
    },
    'method-unavailable': {
      title: 'This way to pay does not work here',
      text: 'It is not available on this device. The order is kept.',
      next: 'Choose another way to pay.',
    },
    'refund-ineligible': {
      title: 'This order cannot be refunded',
      text: 'It does not meet the conditions. The order is unchanged.',
      next: 'See the reasons, or ask the provider.',
    },
    'refund-under-way': {
      title: 'A refund is under way',
      text: 'Until it ends nothing can be ordered, paid or invoiced. Nothing was changed.',
      next: 'Wait for the refund to end.',
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
    'storage-full': {
      title: 'The browser’s storage is full',
      text: 'The change was not saved. Earlier data is kept.',
      next: 'Free some space and try again.',
    },
    'storage-blocked': {
      title: 'The browser does not let this site save data',
      text: 'The change was not saved. Earlier data is not affected.',
      next: 'Close other tabs or allow storage for this site, then try again.',
    },
    'storage-too-new': {
      title: 'The data comes from a newer version',
      text: 'It was left closed so that nothing is damaged. All data is kept.',
      next: 'Reload the page to use the latest version.',
    },
  },
};
