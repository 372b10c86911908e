import { BackendError, type Installation } from '../../contract/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { lockInstallation } from '../locate.js';
import { putFacts } from '../subscription.js';
import { installationView } from '../views.js';

/** 提交上线. @throws BackendError `conflict` with `no-policy` or `already-submitted` */
export function submit({ store, principal, clock }: Asked, id: string): Promise<Installation> {
  return store.transaction('write', async (tx) => {
    const installation = await lockInstallation(tx, principal, id);
    const now = clock.now();
    if (installation.policyVersion === null) {
      throw new BackendError('conflict', { reason: 'no-policy' });
    }
    if (installation.submittedAt !== null) {
      throw new BackendError('conflict', { reason: 'already-submitted' });
    }
    const submitted = { ...installation, submittedAt: now };
    await tx.putInstallation(submitted);
    await audited(tx, principal, 'submit', { installationId: id }, {}, now);
    return installationView(submitted, principal);
  });
}

/**
 * 上线: the trial begins, by the terms of the version in force now, whatever is published later (SPEC §2).
 *
 * @throws BackendError `conflict` with `no-policy`, `not-submitted` or `already-launched`
 */
export function launch({ store, principal, clock }: Asked, id: string): Promise<Installation> {
  return store.transaction('write', async (tx) => {
    const installation = await lockInstallation(tx, principal, id);
    const now = clock.now();
    if (installation.submittedAt === null) {
      throw new BackendError('conflict', { reason: 'not-submitted' });
    }
    if (installation.subscription.launchedAt !== null) {
      throw new BackendError('conflict', { reason: 'already-launched' });
    }
    const version = installation.policyVersion;
    const published = version === null ? null : await tx.policyVersion(id, version);
    if (!published) throw new BackendError('conflict', { reason: 'no-policy' });

    const { days, extraDays } = published.policy.trial;
    const launched = {
      ...installation,
      subscription: {
        ...installation.subscription,
        launchedAt: now,
        trialDays: days,
        extraTrial: extraDays === null ? null : { days: extraDays, startedAt: null },
      },
    };
    const kept = await putFacts(tx, launched, now);
    await audited(tx, principal, 'launch', { installationId: id }, { version }, now);
    return installationView(kept, principal);
  });
}
