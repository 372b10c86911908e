import type { BaseStrings } from './strings.js';

export const base: BaseStrings = {
  loading: 'Loading',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  optional: 'optional',
  noBackend: {
    title: 'Billing is not connected yet',
    text: 'What belongs here comes from the billing service, which this page does not provide yet.',
    next: 'Ask whoever runs this site to connect it.',
  },
  noInstallation: {
    title: 'No app was named',
    text: 'The page does not say which app this is about.',
    next: 'Ask whoever runs this site to add the installation id.',
  },
  loadFailed: {
    title: 'This could not be loaded',
    text: 'Your data is not affected.',
    next: 'Check the connection and try again.',
  },
  stale: 'The last update failed, so this may be out of date.',
};
