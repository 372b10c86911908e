import { BackendError, type BackendErrorReason } from '../../../contract/index.js';

/** What the browser's word for a failure of storage means to a person. */
const REASONS: Readonly<Record<string, BackendErrorReason>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-too-new',
  SecurityError: 'storage-blocked',
  NotAllowedError: 'storage-blocked',
  InvalidStateError: 'storage-blocked',
  UnknownError: 'storage-blocked',
  TimeoutError: 'storage-blocked',
};

/** A failure of the browser's storage as a BackendError; any other error as it is. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  const reason = REASONS[error.name];
  return new BackendError('unavailable', { ...(reason && { reason }), cause: error });
}

export function storageBlocked(cause?: unknown): BackendError {
  return new BackendError('unavailable', { reason: 'storage-blocked', cause });
}
