import { BackendError, type PublishedPolicy } from '../../contract/index.js';
import {
  liveSegments,
  validatePolicy,
  type Instant,
  type Policy,
  type PolicyIssue,
} from '../../domain/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { refuse, requireObject } from '../input.js';
import { lockInstallation } from '../locate.js';
import type { InstallationRecord } from '../ports.js';
import { personOf } from '../principal.js';

/**
 * Publishes the next version (SPEC §2), once merchant account and authorisation are there (SPEC §1).
 *
 * @throws BackendError `invalid` with `policyIssues`, also with `currency-in-use`; `conflict` with the gate that is closed;
 * `policy-changed` with the current version when `baseVersion` is not the newest
 */
export function publishPolicy(
  { store, principal, clock }: Asked,
  id: string,
  input: { policy: Policy; baseVersion: number | null },
): Promise<PublishedPolicy> {
  const { policy, baseVersion } = requireObject('', input);
  if (baseVersion !== null && !Number.isSafeInteger(baseVersion)) {
    refuse('baseVersion', 'not-integer');
  }
  return store.transaction('write', async (tx) => {
    const installation = await lockInstallation(tx, principal, id);
    const now = clock.now();
    if (!installation.merchantAccountOpened) {
      throw new BackendError('conflict', { reason: 'merchant-account-missing' });
    }
    if (!installation.customerAuthorized) {
      throw new BackendError('conflict', { reason: 'not-authorized' });
    }
    const checked = validatePolicy(policy);
    if (!checked.ok) throw new BackendError('invalid', { policyIssues: checked.issues });

    const { policyVersion } = installation;
    const before = policyVersion === null ? null : await tx.policyVersion(id, policyVersion);
    if (baseVersion !== policyVersion) {
      throw new BackendError('policy-changed', before ? { current: before } : {});
    }
    if (before && before.policy.currency !== checked.policy.currency && isSold(installation, now)) {
      const policyIssues: PolicyIssue[] = [{ code: 'out-of-range', path: 'currency' }];
      throw new BackendError('invalid', { reason: 'currency-in-use', policyIssues });
    }
    const version = (policyVersion ?? 0) + 1;
    const published: PublishedPolicy = {
      version,
      policy: checked.policy,
      publishedAt: now,
      publishedBy: personOf(principal),
    };
    await tx.addPolicyVersion(id, published);
    await tx.putInstallation({ ...installation, policyVersion: version });
    const on = { installationId: id };
    await audited(tx, principal, 'publishPolicy', on, { version }, now);
    return published;
  });
}

/** Whether paid time is live, or may yet become so: its value is in the currency it was sold in, and credit must not mix two. */
function isSold(
  { subscription, pendingOrderId, refundOrderId }: InstallationRecord,
  now: Instant,
): boolean {
  return (
    liveSegments(subscription.segments, now).length > 0 ||
    pendingOrderId !== null ||
    refundOrderId !== null
  );
}
