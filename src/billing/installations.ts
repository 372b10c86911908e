import { BackendError, type Person } from '../contract/index.js';
import type { Ports } from './context.js';
import { refuse } from './input.js';
import type { InstallationRecord, StoreTransaction } from './ports.js';
import { SYSTEM } from './principal.js';
import { putFacts } from './subscription.js';

/** Names that people see, and the platform's facts about an installation. */
export interface PlatformFacts {
  appName: string;
  providerName: string;
  customerName: string;
  /** Names of the company's administrators, whom a member may ask. */
  contacts: string[];
  /** 商户号开通 */
  merchantAccountOpened: boolean;
  customerAuthorized: boolean;
  /** null where the host does not report it. */
  seatsInUse: number | null;
}

/** What whoever hosts billing does to installations; no session may. `by` is who asked for it, as the audit log has it: billing itself when absent. */
export interface Installations {
  /** @throws BackendError `conflict` when the id is taken */
  create(id: string, facts: PlatformFacts, by?: Person): Promise<InstallationRecord>;
  /**
   * Changes what is given, and keeps since when more seats are in use than paid for.
   *
   * @throws BackendError `not-found`; `invalid` for seats that are no count
   */
  setPlatformFacts(
    id: string,
    facts: Partial<PlatformFacts>,
    by?: Person,
  ): Promise<InstallationRecord>;
  /**
   * Takes in how many seats are in use, null where the host stops reporting it. Cheap to call as often as the host counts: the same count
   * again changes nothing. What begins or ends a time of more seats than paid for is written down.
   *
   * @throws BackendError `not-found`; `invalid` for seats that are no count
   */
  reportSeats(id: string, seatsInUse: number | null, by?: Person): Promise<InstallationRecord>;
  /** null where there is none. */
  get(id: string): Promise<InstallationRecord | null>;
}

export function installationsOf({ store, clock }: Ports): Installations {
  function note(
    tx: StoreTransaction,
    action: string,
    by: Person,
    installationId: string,
    detail: unknown,
  ): Promise<void> {
    return tx.addAuditEntry({ at: clock.now(), by, installationId, orderId: null, action, detail });
  }

  return {
    async create(id, { seatsInUse, ...facts }, by = SYSTEM) {
      checkSeats(seatsInUse);
      return store.transaction('write', async (tx) => {
        if (await tx.lockInstallation(id)) throw new BackendError('conflict');
        const created: InstallationRecord = {
          id,
          ...facts,
          policyVersion: null,
          submittedAt: null,
          subscription: {
            launchedAt: null,
            trialDays: 0,
            extraTrial: null,
            segments: [],
            seatsInUse,
            overLimitSince: null,
          },
          pendingOrderId: null,
          refundOrderId: null,
        };
        await tx.putInstallation(created);
        await note(tx, 'create-installation', by, id, { ...facts, seatsInUse });
        return created;
      });
    },
    async setPlatformFacts(id, { seatsInUse, ...facts }, by = SYSTEM) {
      checkSeats(seatsInUse ?? null);
      return store.transaction('write', async (tx) => {
        const installation = await tx.lockInstallation(id);
        if (!installation) throw new BackendError('not-found');
        const { subscription } = installation;
        const counted = seatsInUse === undefined ? subscription : { ...subscription, seatsInUse };
        const changed = { ...installation, ...facts, subscription: counted };
        const detail = seatsInUse === undefined ? facts : { ...facts, seatsInUse };
        await note(tx, 'set-platform-facts', by, id, detail);
        return putFacts(tx, changed, clock.now());
      });
    },
    async reportSeats(id, seatsInUse, by = SYSTEM) {
      checkSeats(seatsInUse);
      return store.transaction('write', async (tx) => {
        const installation = await tx.lockInstallation(id);
        if (!installation) throw new BackendError('not-found');
        const { subscription } = installation;
        if (subscription.seatsInUse === seatsInUse) return installation;
        const counted = { ...installation, subscription: { ...subscription, seatsInUse } };
        const kept = await putFacts(tx, counted, clock.now());
        const { overLimitSince } = kept.subscription;
        if (overLimitSince !== (subscription.overLimitSince ?? null)) {
          await note(tx, 'report-seats', by, id, { seatsInUse, overLimitSince });
        }
        return kept;
      });
    },
    get(id) {
      return store.transaction('read', (tx) => tx.installation(id));
    },
  };
}

function checkSeats(seatsInUse: number | null): void {
  if (seatsInUse === null) return;
  if (!Number.isSafeInteger(seatsInUse) || seatsInUse < 0) refuse('seatsInUse', 'out-of-range');
}
