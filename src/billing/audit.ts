import type { Instant } from '../domain/index.js';
import type { StoreTransaction } from './ports.js';
import { personOf, type ContractCall, type Principal } from './principal.js';

/** Writes down what someone did, for whoever must answer for it later. */
export function audited(
  tx: StoreTransaction,
  principal: Principal,
  action: ContractCall,
  on: { installationId: string; orderId?: string },
  detail: unknown,
  at: Instant,
): Promise<void> {
  const { installationId, orderId = null } = on;
  return tx.addAuditEntry({ at, by: personOf(principal), installationId, orderId, action, detail });
}
