import type { Principal } from '../../billing/index.js';
import { confirmReturn } from '../../billing/use-cases/confirm-return.js';
import { isBackendError, type BackendErrorCode } from '../../contract/index.js';
import { createIds } from '../ids.js';
import type { CommandContext } from './command.js';
import { withStore } from './upkeep.js';

/** Whoever may open the database, by the name that the audit log has for them. */
const KEEPER: Principal = {
  role: 'operator',
  userId: 'command-line',
  userName: '',
  installations: 'all',
};

const FAULTS: Partial<Record<BackendErrorCode, string>> = {
  'not-found': 'There is no such order.',
  conflict: 'Nothing that arrived by such a transfer is to be sent back.',
  invalid: 'The day is none, in the future, or before the transfer.',
};

/** Says that the money of a bank transfer has been sent back. */
export function confirmReturned({ config, words, log }: CommandContext): Promise<number> {
  const [orderId = '', transactionId = '', returnedAt = ''] = words;
  const clock = { now: () => new Date().toISOString() };
  return withStore(config.database, async (store) => {
    const asked = { store, clock, ids: createIds(clock), principal: KEEPER };
    try {
      await confirmReturn(asked, orderId, { transactionId, returnedAt });
    } catch (error) {
      const fault = isBackendError(error) ? FAULTS[error.code] : undefined;
      throw fault === undefined ? error : new Error(fault, { cause: error });
    }
    log.info('returned', { order: orderId });
    return 0;
  });
}
