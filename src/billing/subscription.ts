import { entitlement, type Instant, type Segment } from '../domain/index.js';
import { plan } from './jobs.js';
import type { InstallationRecord, StoreTransaction } from './ports.js';

/**
 * The installation with since when more seats are in use than paid for: kept while it goes on, forgotten when it ends,
 * and begun anew where it begins.
 */
export function withOverLimit(installation: InstallationRecord, now: Instant): InstallationRecord {
  const { subscription } = installation;
  const { seats } = entitlement(subscription, now);
  const over = seats !== null && (subscription.seatsInUse ?? 0) > seats;
  const overLimitSince = over ? (subscription.overLimitSince ?? now) : null;
  return { ...installation, subscription: { ...subscription, overLimitSince } };
}

/** Stores an installation whose facts changed, and has what follows from them looked at, now and whenever time changes them. */
export async function putFacts(
  tx: StoreTransaction,
  installation: InstallationRecord,
  now: Instant,
): Promise<InstallationRecord> {
  const kept = withOverLimit(installation, now);
  await tx.putInstallation(kept);
  await plan(tx, kept.id, { kind: 'advance-installation' }, now);
  return kept;
}

/** Stores an installation with other paid time. */
export function changeSegments(
  tx: StoreTransaction,
  installation: InstallationRecord,
  segments: Segment[],
  now: Instant,
): Promise<InstallationRecord> {
  const subscription = { ...installation.subscription, segments };
  return putFacts(tx, { ...installation, subscription }, now);
}
