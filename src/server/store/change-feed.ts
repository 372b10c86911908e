import { sql } from 'kysely';
import type { Change } from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import { PLACES } from './change-rows.js';
import type { Engine } from './engine.js';
import { msOf } from './instants.js';
import { oneOf } from './one-of.js';
import { retrying } from './retrying.js';
import type { PrunableFeed } from './server-store.js';
import type { Scope } from './scope.js';
import { inTransaction } from './transactions.js';

type Db = Scope['db'];

/** How soon to look again when a transaction still running holds back what is newer. */
const HELD_BACK_MS = 50;
const POSITION = /^(0|[1-9][0-9]{0,17})$/;

/** The feed of one process, and how the process says that it has committed something. */
export interface EngineFeed extends PrunableFeed {
  committed(): void;
  close(): void;
}

/**
 * The changes written by every process. On PostgreSQL a position is no greater than the number of the oldest transaction still running
 * allows: whatever commits later has a greater one than all that was given before.
 */
export function createChangeFeed(engine: Engine): EngineFeed {
  const listeners = new Set<() => void>();
  let stopListening: (() => void) | null = null;
  let again: NodeJS.Timeout | null = null;

  const read = <Result>(work: (db: Db) => Promise<Result>) =>
    retrying(engine, () => inTransaction(engine, 'read', work));

  function tell(): void {
    for (const listener of listeners) listener();
  }

  /** Looks again soon: what ends the wait may tell nobody. */
  function lookAgain(): void {
    again ??= setTimeout(() => {
      again = null;
      tell();
    }, HELD_BACK_MS).unref();
  }

  /** What positions may be given now: those below. */
  function settled() {
    return engine.kind === 'sqlite'
      ? sql`9223372036854775807`
      : sql`cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) * ${sql.lit(PLACES)}`;
  }

  async function ends(db: Db, before?: Instant): Promise<{ latest: string; pruned: string }> {
    const made = before === undefined ? sql`` : sql`and written_at < ${msOf(before)}`;
    const { rows } = await sql<{ latest: string; pruned: string; held: number }>`
      select
        cast(coalesce((select position from changes where position < ${settled()} ${made}
          order by position desc limit 1), pruned) as text) as latest,
        cast(pruned as text) as pruned,
        (select count(*) from (select 1 from changes where position >= ${settled()} limit 1) as held) as held
      from feed where name = 'changes'`.execute(db);
    const [row] = rows;
    if (!row) throw new Error('The change feed has lost its row');
    if (row.held > 0 && listeners.size > 0) lookAgain();
    return row;
  }

  return {
    async latest(before) {
      return (await read((db) => ends(db, before))).latest;
    },
    after(position, installations, limit) {
      if (!POSITION.test(position)) return Promise.resolve(null);
      return read(async (db) => {
        const { latest, pruned } = await ends(db);
        const at = BigInt(position);
        if (at < BigInt(pruned) || at > BigInt(latest)) return null;
        const wanted =
          installations === 'all'
            ? sql``
            : sql`and ${oneOf(engine.kind, 'installation_id', installations)}`;
        const { rows } = await sql<{ position: string; installation_id: string; order_id: string }>`
          select cast(position as text) as position, installation_id, order_id from changes
          where position > cast(${position} as bigint) and position <= cast(${latest} as bigint) ${wanted}
          order by changes.position limit ${limit}`.execute(db);
        return rows.map((row) => ({ position: row.position, change: changeOf(row) }));
      });
    },
    onNews(listener) {
      const mine = () => listener();
      listeners.add(mine);
      stopListening ??= engine.listen(tell);
      return () => {
        listeners.delete(mine);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = null;
      };
    },
    async prune(before) {
      await retrying(engine, () =>
        inTransaction(engine, 'write', async (db) => {
          await sql`update feed set pruned = coalesce((select max(position) from changes
            where written_at < ${msOf(before)} and position < ${settled()}), pruned)
            where name = 'changes'`.execute(db);
          await sql`delete from changes
            where position <= (select pruned from feed where name = 'changes')`.execute(db);
        }),
      );
    },
    committed() {
      engine.announce();
      if (listeners.size > 0) queueMicrotask(tell);
    },
    close() {
      if (again) clearTimeout(again);
      listeners.clear();
      stopListening?.();
      stopListening = null;
    },
  };
}

function changeOf(row: { installation_id: string; order_id: string }): Change {
  const { installation_id: installationId, order_id: orderId } = row;
  return orderId === '' ? { installationId } : { installationId, orderId };
}
