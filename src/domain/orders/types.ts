import type { Instant } from '../instant.js';

/** Where an order stands (SPEC §5). */
export type OrderStatus =
  | 'pending'
  | 'paid'
  | 'cancelled'
  | 'lapsed'
  | 'replaced'
  | 'refund-requested'
  | 'refunding'
  | 'refunded'
  | 'refund-failed';

/** What moves an order from one status to another. */
export type OrderEvent =
  | 'pay'
  | 'cancel'
  | 'lapse'
  | 'replace'
  | 'request-refund'
  | 'reject-refund'
  | 'approve-refund'
  | 'complete-refund'
  | 'fail-refund'
  | 'retry-refund';

/** How an order is paid. `wechat` covers Native, JSAPI and H5; which one follows from the environment. */
export type PaymentMethod = 'wechat' | 'bank-transfer';

/** Where the payer sits: phone inside WeChat, phone inside the platform's app, any other phone, or a desktop. */
export type PaymentEnvironment = 'wechat' | 'platform-app' | 'mobile' | 'desktop';

/**
 * Where a payment attempt stands. `creating`: the gateway has not answered yet; `open`: a wallet payment waits for the payer;
 * `processing` and `bank-accepted`: a bank transfer is under way, which bars lapse, cancel and change of method.
 */
export type PaymentState =
  | 'creating'
  | 'open'
  | 'created'
  | 'processing'
  | 'bank-accepted'
  | 'succeeded'
  | 'closed'
  | 'revoked';

/** 普通发票 or 增值税专用发票; `special` needs address, phone, bank and account (SPEC §5 "Invoice"). */
export type InvoiceType = 'ordinary' | 'special';

/** Where a request for an invoice stands: `requested` until the provider says that it was mailed or sent, or cancels it. */
export type InvoiceStatus = 'requested' | 'mailed' | 'sent' | 'cancelled';

/** What a company asks an invoice for (SPEC §5). Texts are trimmed; absent means empty. */
export interface InvoiceDetails {
  type: InvoiceType;
  /** Company name, at most 100 bytes in GBK. */
  title: string;
  /** 15, 17, 18 or 20 of `[0-9A-Z]`. */
  taxNumber: string;
  /** Required for `special`, as are phone, bank and account. */
  address?: string;
  phone?: string;
  bank?: string;
  account?: string;
  /** Either this or `postalAddress` is required. */
  email?: string;
  postalAddress?: string;
}

/** A field of invoice details, as an issue names it. */
export type InvoiceField = keyof InvoiceDetails;

/** A fault of invoice details; `check-digit` is a warning, since real codes fail it too. */
export interface InvoiceIssue {
  code: 'missing' | 'too-long' | 'bad-format' | 'check-digit' | 'no-destination';
  field: InvoiceField;
  /** With `too-long`, the most that is allowed: GBK bytes of a title, else characters. */
  max?: number;
}

/** Details as they are kept, or every issue; warnings do not stand in the way. */
export type InvoiceValidation =
  | { ok: true; details: InvoiceDetails; warnings: InvoiceIssue[] }
  | { ok: false; issues: InvoiceIssue[]; warnings: InvoiceIssue[] };

/** A reason why a refund cannot be asked (SPEC §5 "Refund"). */
export type RefundIneligibility =
  | { code: 'not-paid' }
  /** The ten days after `paidAt` are over. */
  | { code: 'too-late'; until: Instant }
  | { code: 'invoice-requested' }
  /** A later paid order must be refunded first. */
  | { code: 'not-newest'; orderId: string }
  | { code: 'order-pending'; orderId: string };

/** Whether a refund can be asked, or every reason against it. */
export type RefundEligibility = { ok: true } | { ok: false; reasons: RefundIneligibility[] };

/** Where a complaint stands: the operator answers it, then closes it (SPEC §5 "Complaint"). */
export type ComplaintStatus = 'filed' | 'answered' | 'closed';

/** What a complaint is about. */
export type ComplaintCategory =
  'service' | 'price' | 'refund' | 'invoice' | 'personal-data' | 'other';

/** What the operator does to a complaint. */
export type ComplaintEvent = 'answer' | 'close';

/** A complaint as it is filed; texts are trimmed. */
export interface ComplaintDetails {
  category: ComplaintCategory;
  text: string;
  /** How to reach the writer. */
  contact: string;
}

/** A fault of a complaint; `out-of-range` is a category nobody offers. */
export interface ComplaintIssue {
  code: 'missing' | 'too-long' | 'out-of-range';
  field: keyof ComplaintDetails;
  /** With `too-long`, the most characters allowed. */
  max?: number;
}

/** A complaint with its texts trimmed, or every issue it has. */
export type ComplaintValidation =
  { ok: true; complaint: ComplaintDetails } | { ok: false; issues: ComplaintIssue[] };
