export type * from './shapes.js';
export type * from './backend.js';
export type * from './events.js';
export {
  BACKEND_ERROR_CODES,
  BACKEND_ERROR_REASONS,
  BackendError,
  isBackendError,
  toBackendError,
  type BackendErrorCode,
  type BackendErrorData,
  type BackendErrorOptions,
  type BackendErrorReason,
  type FieldIssue,
} from './errors.js';
