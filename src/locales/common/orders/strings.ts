import type { Role, TimelineEntry } from '../../../contract/index.js';
import type {
  ComplaintCategory,
  ComplaintStatus,
  InvoiceStatus,
  InvoiceType,
  OrderKind,
  OrderStatus,
  PaymentMethod,
  PaymentState,
  RefundIneligibility,
} from '../../../domain/index.js';
import type { Formatter } from '../../types.js';

/** The sentence for each case of a union that is told apart by `code`. */
export type ByCode<Union extends { code: string }, Context> = {
  [Code in Union['code']]: (value: Extract<Union, { code: Code }>, context: Context) => string;
};

/** The words of orders and payments. */
export interface OrderStrings {
  kinds: Record<OrderKind, string>;
  statuses: Record<OrderStatus, string>;
  methods: Record<PaymentMethod, string>;
  paymentStates: Record<PaymentState, string>;
  invoiceTypes: Record<InvoiceType, string>;
  invoiceStatuses: Record<InvoiceStatus, string>;
  complaintCategories: Record<ComplaintCategory, string>;
  complaintStatuses: Record<ComplaintStatus, string>;
  roles: Record<Role | 'system', string>;
  events: Record<TimelineEntry['event'], string>;
  /** Why a refund cannot be asked for. */
  refundReasons: ByCode<RefundIneligibility, Formatter>;
}
