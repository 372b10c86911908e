import type { BackendErrorCode, BackendErrorReason } from '../../../contract/index.js';
import type { ErrorText } from '../base/strings.js';

/** What each failure of a backend means to a person. */
export interface ErrorStrings {
  codes: Record<BackendErrorCode, ErrorText>;
  /** Wins over the code where the backend gives a reason. */
  reasons: Record<BackendErrorReason, ErrorText>;
}
