import type {
  InvoiceIssue,
  PolicyIssue,
  Quote,
  RefundIneligibility,
  Violation,
} from '../domain/index.js';
import type { Order, PublishedPolicy } from './shapes.js';

/** Every way a backend call can fail. */
export const BACKEND_ERROR_CODES = [
  'quote-changed',
  'forfeit-not-accepted',
  'policy-changed',
  'not-found',
  'forbidden',
  'unauthenticated',
  'conflict',
  'invalid',
  'rate-limited',
  'network',
  'timeout',
  'invalid-response',
  'unavailable',
] as const;

/** A way a backend call can fail: what callers branch on. */
export type BackendErrorCode = (typeof BACKEND_ERROR_CODES)[number];

/** Why, where a code alone would not tell a person what to do. */
export const BACKEND_ERROR_REASONS = [
  'merchant-account-missing',
  'not-authorized',
  'no-policy',
  'not-submitted',
  'already-submitted',
  'already-launched',
  'currency-in-use',
  'not-launched',
  'extra-trial-unavailable',
  'order-pending',
  'order-not-pending',
  'key-reused',
  'payment-succeeded',
  'transfer-under-way',
  'method-unavailable',
  'refund-ineligible',
  'refund-under-way',
  'refund-not-requested',
  'invoice-exists',
  'invoice-not-allowed',
  'complaint-open',
  'no-open-complaint',
  'no-transfer-to-confirm',
  'transaction-recorded',
  'price-not-lower',
  'storage-full',
  'storage-blocked',
  'storage-too-new',
] as const;

/** Why a call failed, where the code leaves it open: what people are told. */
export type BackendErrorReason = (typeof BACKEND_ERROR_REASONS)[number];

/** What is wrong with one field of a request; `path` as in policy issues. */
export interface FieldIssue {
  path: string;
  code: string;
}

/** The fresh data that comes with an error, so that nothing dead-ends. All plain JSON. */
export interface BackendErrorData {
  reason?: BackendErrorReason;
  /** With `quote-changed` and `forfeit-not-accepted`: the quote as it is now. */
  quote?: Quote;
  /** With `quote-changed`: the policy that quote came from. */
  policy?: PublishedPolicy;
  /** With `invalid`: why a request cannot be ordered. */
  violations?: Violation[];
  /** With `invalid`: faults of a policy. */
  policyIssues?: PolicyIssue[];
  /** With `invalid`: faults of invoice details. */
  invoiceIssues?: InvoiceIssue[];
  /** With `invalid`: faults of any other input. */
  issues?: FieldIssue[];
  /** With `policy-changed`: the version in force, by someone else. */
  current?: PublishedPolicy;
  /** With `conflict`: the order in the way, or with `transaction-recorded` the one the money counts for. */
  order?: Order;
  /** With `refund-ineligible`. */
  refundReasons?: RefundIneligibility[];
}

/** What a BackendError is made of beside its code. */
export interface BackendErrorOptions extends BackendErrorData {
  /** Whole seconds to wait, where the backend said. */
  retryAfter?: number;
  cause?: unknown;
}

const RETRYABLE: ReadonlySet<BackendErrorCode> = new Set([
  'rate-limited',
  'network',
  'timeout',
  'invalid-response',
  'unavailable',
]);

/** The one error of the backend contract. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  /** Whether the same call may succeed later; a write is safe to repeat with its idempotency key. */
  readonly retryable: boolean;
  readonly retryAfter: number | null;
  readonly data: BackendErrorData;

  constructor(
    readonly code: BackendErrorCode,
    { retryAfter, cause, ...data }: BackendErrorOptions = {},
  ) {
    super(data.reason ? `${code}: ${data.reason}` : code, { cause });
    this.retryable = RETRYABLE.has(code);
    this.retryAfter = retryAfter ?? null;
    this.data = data;
  }
}

/** Whether `value` is a BackendError, of this copy of the kit or another on the page. */
export function isBackendError(value: unknown): value is BackendError {
  return (
    value instanceof Error &&
    value.name === 'BackendError' &&
    (BACKEND_ERROR_CODES as readonly unknown[]).includes((value as { code?: unknown }).code)
  );
}

/** Any failure as a BackendError: an unknown one becomes `unavailable`, with the cause kept. */
export function toBackendError(value: unknown): BackendError {
  return isBackendError(value) ? value : new BackendError('unavailable', { cause: value });
}
