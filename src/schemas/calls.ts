import type {
  BillingBackend,
  ComplaintInput,
  CreateOrderInput,
  OrderFilter,
  StartPaymentInput,
  TransferConfirmation,
} from '../contract/index.js';
import type { InvoiceDetails, InvoiceStatus, Policy, QuoteRequest } from '../domain/index.js';

/** Every call of the contract but `watch`, which is a stream of its own (`CHANGES_ROUTES`). */
export type CallName = Exclude<keyof BillingBackend, 'watch'>;

/** What a call answers. */
export type CallResult<Name extends CallName> = BillingBackend[Name] extends (
  ...args: never[]
) => Promise<infer Result>
  ? Result
  : never;

/** What each call sends beside its id and its key; null where there is nothing else. */
export interface CallInputs {
  session: null;
  installation: null;
  policy: null;
  policyVersions: null;
  publishPolicy: { policy: Policy; baseVersion: number | null };
  submit: null;
  launch: null;
  entitlement: null;
  startExtraTrial: null;
  quote: QuoteRequest;
  createOrder: Omit<CreateOrderInput, 'key'>;
  cancelOrder: null;
  lowerPrice: { amount: number };
  startPayment: Omit<StartPaymentInput, 'key'>;
  confirmTransfer: Omit<TransferConfirmation, 'key'>;
  order: null;
  orders: OrderFilter & { cursor?: string };
  requestRefund: { reason: string };
  decideRefund: Parameters<BillingBackend['decideRefund']>[1];
  requestInvoice: { details: InvoiceDetails };
  markInvoice: { status: Exclude<InvoiceStatus, 'requested'> };
  fileComplaint: Omit<ComplaintInput, 'key'>;
  answerComplaint: { text: string; close: boolean };
}
