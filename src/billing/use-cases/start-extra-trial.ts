import { BackendError, type InstallationEntitlement } from '../../contract/index.js';
import { entitlement } from '../../domain/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { madeBefore, rememberMade } from '../idempotency.js';
import { requireKey } from '../input.js';
import { lockInstallation } from '../locate.js';
import { putFacts } from '../subscription.js';
import { entitlementView } from '../views.js';

/**
 * Begins the extra trial: once, after the trial, before any purchase (SPEC §2).
 *
 * @throws BackendError `conflict` with `extra-trial-unavailable`
 */
export async function startExtraTrial(
  { store, principal, clock }: Asked,
  id: string,
  key: string,
): Promise<InstallationEntitlement> {
  const attempt = {
    installationId: id,
    scope: 'start-extra-trial',
    key: requireKey(key),
    body: {},
  };
  return store.transaction('write', async (tx) => {
    const installation = await lockInstallation(tx, principal, id);
    const now = clock.now();
    if (await madeBefore(tx, attempt)) return entitlementView(installation, principal, now);

    const { subscription } = installation;
    const { extraTrial } = subscription;
    if (!extraTrial || !entitlement(subscription, now).canStartExtraTrial) {
      throw new BackendError('conflict', { reason: 'extra-trial-unavailable' });
    }
    const started = {
      ...installation,
      subscription: { ...subscription, extraTrial: { ...extraTrial, startedAt: now } },
    };
    const kept = await putFacts(tx, started, now);
    await rememberMade(tx, attempt, id, now);
    await audited(tx, principal, 'startExtraTrial', { installationId: id }, {}, now);
    return entitlementView(kept, principal, now);
  });
}
