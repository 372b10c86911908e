import { BackendError, isBackendError } from '../contract/index.js';

/** A gateway's answer. @throws BackendError `unavailable` when there was none: the same call may be made again */
export async function askGateway<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (cause) {
    throw isBackendError(cause) ? cause : new BackendError('unavailable', { cause });
  }
}
