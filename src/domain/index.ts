export { addDays, DAY_MS, type Instant } from './instant.js';
export type * from './policy/types.js';
export type * from './pricing/types.js';
export type * from './access/types.js';
export type * from './orders/types.js';
export { currencyDigits, parseAmount, printAmount, type AmountParse } from './amount-text.js';
export { ratio, shares } from './money.js';
export { entitlement } from './access/entitlement.js';
export { latestSegment, liveSegments, remainingDays } from './access/live.js';
export {
  segmentsAfter,
  segmentsBefore,
  type PaidOrder,
  type SegmentChange,
} from './access/segments.js';
export { MAX_BOUGHT_DAYS, MAX_LIST_AMOUNT, MAX_SEATS } from './pricing/bounds.js';
export { creditOf } from './pricing/credit.js';
export { priceCurve, priceOnCurve } from './pricing/curve.js';
export { offerStepFor } from './pricing/offer.js';
export { priceOf } from './pricing/price.js';
export { quote } from './pricing/quote.js';
export { cycleDays, giftDays, maxCycles, termDays } from './pricing/term.js';
export { validatePolicy } from './policy/validate.js';
export { POLICY_BOUNDS, maxGiftDays } from './policy/bounds.js';
export { lintPolicy } from './policy/lint.js';
export { comparePolicies } from './policy/compare.js';
export type { AmountMove, ImpactFacts, PolicyImpact, PriceShift } from './policy/impact/types.js';
export type { PolicyFileFault, PolicyFileReading } from './policy/file.js';
export { noticesDue, noticeStanding } from './access/notices.js';
export { overLimitBlockAt } from './access/over-limit.js';
export { blocksOrdering, isFinalOrder, isStandingOrder, orderTransition } from './orders/status.js';
export { isOpenPayment, isTransferUnderWay, paymentTransition } from './orders/payment.js';
export {
  lapsesAt,
  refundableUntil,
  refundDecisionDueAt,
  type PendingOrder,
} from './orders/deadlines.js';
export { refundEligibility, type RefundableOrder } from './orders/refund.js';
export { canMarkInvoice, canRequestInvoice, invoiceStands } from './orders/invoice-status.js';
export { gbkLength, normalizeInvoice, validateInvoice } from './orders/invoice.js';
export { isCreditCode } from './orders/credit-code.js';
export {
  COMPLAINT_BOUNDS,
  COMPLAINT_CATEGORIES,
  complaintTransition,
  validateComplaint,
} from './orders/complaint.js';
export {
  invoiceTypeOfPlatform,
  orderKindOfPlatform,
  orderStatusOfPaytool,
  orderStatusOfService,
  paytoolStatus,
  paytoolUserCount,
  platformInvoiceType,
  platformOrderType,
  seatsOfPaytool,
  serviceStatus,
} from './orders/platform-numbers.js';
