import type { BackendErrorCode } from '../../../contract/index.js';
import type { ErrorText } from '../base/strings.js';
import type { ErrorStrings } from '../errors/strings.js';

/** What can fail on the way to a paid order, in the words of {@link ErrorStrings}. */
export interface CheckoutErrorStrings {
  codes: Record<Exclude<BackendErrorCode, 'policy-changed'>, ErrorText>;
  reasons: Pick<
    ErrorStrings['reasons'],
    | 'no-policy'
    | 'not-launched'
    | 'order-pending'
    | 'order-not-pending'
    | 'key-reused'
    | 'payment-succeeded'
    | 'transfer-under-way'
    | 'method-unavailable'
    | 'refund-under-way'
    | 'storage-full'
    | 'storage-blocked'
    | 'storage-too-new'
  >;
}
