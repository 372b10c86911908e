/** What an invoice is made out with, besides its type, in the order in which it is read. */
export const INVOICE_FIELDS = [
  'title',
  'taxNumber',
  'address',
  'phone',
  'bank',
  'account',
  'email',
  'postalAddress',
] as const;
