import { sql } from 'kysely';
import type { InstallationRecord, StoreTransaction } from '../../billing/index.js';
import type { PublishedPolicy } from '../../contract/index.js';
import type { Scope } from './scope.js';

type Part = Pick<
  StoreTransaction,
  | 'installation'
  | 'lockInstallation'
  | 'putInstallation'
  | 'policyVersion'
  | 'policyVersions'
  | 'addPolicyVersion'
>;

export function installationsPart({ kind, db, changed }: Scope): Part {
  const select = (id: string) =>
    db.selectFrom('installations').select('body').where('installation_id', '=', id);
  const policies = (installationId: string) =>
    db.selectFrom('policies').select('body').where('installation_id', '=', installationId);

  async function installation(id: string): Promise<InstallationRecord | null> {
    const row = await select(id).executeTakeFirst();
    return row ? (JSON.parse(row.body) as InstallationRecord) : null;
  }

  return {
    installation,
    async lockInstallation(id) {
      // Its writers come one after the other.
      if (kind === 'sqlite') return installation(id);
      const locked = await select(id).forUpdate().executeTakeFirst();
      if (locked) return JSON.parse(locked.body) as InstallationRecord;
      // There is no row to lock yet: whoever wants to make it waits for whoever is making it.
      await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db);
      const made = await select(id).forUpdate().executeTakeFirst();
      return made ? (JSON.parse(made.body) as InstallationRecord) : null;
    },
    async putInstallation(record) {
      const body = JSON.stringify(record);
      await db
        .insertInto('installations')
        .values({ installation_id: record.id, body })
        .onConflict((conflict) => conflict.column('installation_id').doUpdateSet({ body }))
        .execute();
      changed({ installationId: record.id });
    },

    async policyVersion(installationId, version) {
      const row = await policies(installationId).where('version', '=', version).executeTakeFirst();
      return row ? (JSON.parse(row.body) as PublishedPolicy) : null;
    },
    async policyVersions(installationId) {
      const rows = await policies(installationId).orderBy('version', 'desc').execute();
      return rows.map(({ body }) => JSON.parse(body) as PublishedPolicy);
    },
    async addPolicyVersion(installationId, published) {
      const { version } = published;
      const body = JSON.stringify(published);
      await db
        .insertInto('policies')
        .values({ installation_id: installationId, version, body })
        .execute();
      changed({ installationId });
    },
  };
}
