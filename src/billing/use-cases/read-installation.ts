import type {
  Installation,
  InstallationEntitlement,
  PublishedPolicy,
  Session,
} from '../../contract/index.js';
import type { Asked } from '../context.js';
import { findInstallation } from '../locate.js';
import { entitlementView, installationView } from '../views.js';

/** Who asks, and what time it is here. */
export function session({ principal, clock }: Asked): Session {
  const { role, userId, userName } = principal;
  return { role, userId, userName, now: clock.now() };
}

/** @throws BackendError `not-found` */
export function installation({ store, principal }: Asked, id: string): Promise<Installation> {
  return store.transaction('read', async (tx) =>
    installationView(await findInstallation(tx, principal, id), principal),
  );
}

/** Whether the app may be used now (SPEC §6). @throws BackendError `not-found` */
export function entitlement(
  { store, principal, clock }: Asked,
  id: string,
): Promise<InstallationEntitlement> {
  return store.transaction('read', async (tx) =>
    entitlementView(await findInstallation(tx, principal, id), principal, clock.now()),
  );
}

/** The version in force; null before the first. @throws BackendError `not-found` */
export function policy({ store, principal }: Asked, id: string): Promise<PublishedPolicy | null> {
  return store.transaction('read', async (tx) => {
    const { policyVersion } = await findInstallation(tx, principal, id);
    return policyVersion === null ? null : tx.policyVersion(id, policyVersion);
  });
}

/** Newest first. @throws BackendError `not-found` */
export function policyVersions(
  { store, principal }: Asked,
  id: string,
): Promise<PublishedPolicy[]> {
  return store.transaction('read', async (tx) => {
    await findInstallation(tx, principal, id);
    return tx.policyVersions(id);
  });
}
