import type { CheckoutErrorStrings } from './strings.js';

export const checkoutErrors: CheckoutErrorStrings = {
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
    'no-policy': {
      title: 'There is no pricing yet',
      text: 'This needs published pricing. Nothing was changed.',
      next: 'The provider has to publish pricing first.',
    },
    'not-launched': {
      title: 'The app is not launched yet',
      text: 'It can be bought once it is. Nothing was charged.',
      next: 'Come back after the provider has launched it.',
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
    'refund-under-way': {
      title: 'A refund is under way',
      text: 'Until it ends nothing can be ordered, paid or invoiced. Nothing was changed.',
      next: 'Wait for the refund to end.',
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
