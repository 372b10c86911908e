import type { CallName, HostCallName } from '../../schemas/index.js';

/** What each operation does, in one line; rules are where the domain is written down. */
export const SUMMARIES: Readonly<Record<CallName | HostCallName, string>> = {
  session: 'Who asks, and what time it is here',
  installation: 'One app at one customer, with the gates it has passed',
  policy: 'The pricing policy in force; null before the first',
  policyVersions: 'Every published version, newest first',
  publishPolicy: 'Publishes the next version',
  submit: 'Hands the app in; needs a published policy',
  launch: 'Launches the app: the trial runs from now on',
  entitlement: 'Whether the app may be used now, and until when',
  startExtraTrial: 'Starts the extra trial; once, after the trial and before any purchase',
  quote: 'The price of an order, by the clock and policy of the server',
  createOrder: 'Orders at a price that was shown; refused with the fresh one when that differs',
  cancelOrder: 'Cancels a pending order, unless it turns out to be paid',
  lowerPrice: 'Replaces a pending order by one at a lower price',
  startPayment: 'Begins to pay, and tells the page what to do next',
  confirmTransfer: 'Confirms a bank transfer that a person saw on the statement',
  order: 'One order',
  orders: 'A page of orders, with what the whole filter amounts to',
  requestRefund: 'Asks for the money of an order back',
  decideRefund: 'Approves or rejects a refund, or tries a failed one again',
  requestInvoice: 'Asks for an invoice',
  markInvoice: 'Says how far an invoice is',
  fileComplaint: 'Complains to the operator about the provider',
  answerComplaint: 'Answers a complaint, and may close it',
  createInstallation: 'Makes an installation, once the customer has authorised the app',
  setPlatformFacts: 'Changes names and facts of an installation',
  reportSeats: 'Reports how many seats are in use; as often as the host counts',
  confirmReturn:
    'Says that the money of a bank transfer was sent back, by the number it arrived with',
  deadLetters: 'Notices and events that nobody took, oldest first',
  replayDeadLetter: 'Has one delivered again',
  discardDeadLetter: 'Forgets one',
};

export const DESCRIPTION = `\
The server side of Seatkit: pricing policies, orders, payments, refunds, invoices and entitlements of per-seat apps.

Amounts are whole numbers of the currency's minor unit, instants ISO 8601 in UTC with milliseconds, durations whole days. \
Unknown fields of a request are refused with their path; unknown fields of an answer are to be passed over. \
Creations take an \`Idempotency-Key\`: the same key with the same body gives what it gave before. \
Every failure is a problem document (RFC 9457) whose \`code\` tells what to do and which brings the fresh data where there is some. \
What a visitor may not see answers as if it did not exist.`;

export const STREAM_SUMMARY =
  'Server-sent events of type change, each a reason to look again; a comment at least every 15 s, and resumption by Last-Event-ID';
