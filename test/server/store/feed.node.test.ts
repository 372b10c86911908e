import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { engineOf } from '../../../src/server/store/handles.js';
import { openStore, type ServerStore } from '../../../src/server/store/index.js';
import { anInstallation, anOrder } from '../../backends/local/records.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';

const databases = testDatabases();
const open: ServerStore[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function opened(url: string): Promise<ServerStore> {
  const store = await openStore({ url });
  open.push(store);
  return store;
}

const touch = (store: ServerStore, id: string) =>
  store.transaction('write', (tx) => tx.putInstallation(anInstallation({ id })));

async function idsAfter(
  store: ServerStore,
  position: string,
  whose: 'all' | string[] = 'all',
  limit = 100,
) {
  const placed = await store.changes.after(position, whose, limit);
  return placed?.map(({ change }) => change.installationId) ?? null;
}

/** Something to wait for until it is opened. */
function gate(): { open: () => void; opened: Promise<void> } {
  const made = { open: (): void => undefined, opened: Promise.resolve() };
  made.opened = new Promise((resolve) => {
    made.open = resolve;
  });
  return made;
}

it('begins anew in a database that was moved from another PostgreSQL, whose positions are not its own', async () => {
  const url = await databases.create('postgres');
  const store = await opened(url);
  await touch(store, 'a');
  const { db } = engineOf(store);
  await sql`insert into changes (position, installation_id, order_id, written_at)
    values (900000000000000000, 'foreign', '', 0)`.execute(db);
  await sql`update feed set pruned = 800000000000000000`.execute(db);

  const moved = await opened(url);
  const from = await moved.changes.latest();
  expect(await idsAfter(moved, '900000000000000000')).toBeNull();
  await touch(moved, 'b');
  await vi.waitFor(async () => expect(await idsAfter(moved, from)).toEqual(['b']));
  expect(Number(await moved.changes.latest())).toBeGreaterThan(Number(from));
});

describe.each(DATABASE_KINDS)('the change feed of %s', (kind) => {
  it('has one entry for each installation and order of a transaction, and none of what was undone', async () => {
    const store = await opened(await databases.create(kind));
    expect(await store.changes.latest()).toBe('0');
    await store.transaction('write', async (tx) => {
      await tx.putInstallation(anInstallation());
      await tx.putInstallation(anInstallation({ contacts: [] }));
      await tx.putOrder(anOrder());
      await tx.putOrder(anOrder({ status: 'cancelled' }));
    });
    const undone = store.transaction('write', async (tx) => {
      await tx.putInstallation(anInstallation({ id: 'i9' }));
      throw new RangeError('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const placed = (await store.changes.after('0', 'all', 100)) ?? [];
    expect(placed.map(({ change }) => change)).toEqual([
      { installationId: 'i1' },
      { installationId: 'i1', orderId: 'o1' },
    ]);
    expect(await store.changes.latest()).toBe(placed.at(-1)?.position);
    const before = (ms: number) => store.changes.latest(new Date(Date.now() + ms).toISOString());
    expect(await before(60_000)).toBe(placed.at(-1)?.position);
    expect(await before(-60_000)).toBe('0');
  });

  it('goes on from any position, as far as asked and for whom', async () => {
    const store = await opened(await databases.create(kind));
    for (const id of ['a', 'b', 'a', 'c']) await touch(store, id);
    expect(await idsAfter(store, '0', 'all', 3)).toEqual(['a', 'b', 'a']);
    expect(await idsAfter(store, '0', ['a', 'nobody'])).toEqual(['a', 'a']);
    expect(await idsAfter(store, '0', [])).toEqual([]);
    const [, second] = (await store.changes.after('0', 'all', 2)) ?? [];
    expect(await idsAfter(store, second?.position ?? '')).toEqual(['a', 'c']);
    expect(await idsAfter(store, await store.changes.latest())).toEqual([]);
  });

  it('says when it cannot know: pruned, never given, or no position', async () => {
    const store = await opened(await databases.create(kind));
    await touch(store, 'a');
    const first = await store.changes.latest();
    await touch(store, 'b');
    const second = await store.changes.latest();
    await store.changes.prune('2000-01-01T00:00:00.000Z');
    expect(await idsAfter(store, '0')).toEqual(['a', 'b']);
    await store.changes.prune('2100-01-01T00:00:00.000Z');
    expect(await idsAfter(store, '0')).toBeNull();
    expect(await idsAfter(store, first)).toBeNull();
    expect(await store.changes.latest()).toBe(second);
    expect(await idsAfter(store, second)).toEqual([]);
    const { length } = second;
    for (const wrong of ['9'.repeat(length + 1), '-1', '1.5', '', 'x', '01', "0'", '9'.repeat(40)])
      expect(await idsAfter(store, wrong), wrong).toBeNull();
    await touch(store, 'c');
    expect(await idsAfter(store, second)).toEqual(['c']);
  });

  it('tells both of two stores on one database what either commits', async () => {
    const url = await databases.create(kind);
    const [here, there] = [await opened(url), await opened(url)];
    const heard = { here: vi.fn(), there: vi.fn() };
    here.changes.onNews(heard.here);
    const stop = there.changes.onNews(heard.there);
    await touch(here, 'a');
    await vi.waitFor(() => {
      expect(heard.here).toHaveBeenCalled();
      expect(heard.there).toHaveBeenCalled();
    }, 5000);
    expect(await idsAfter(there, '0')).toEqual(['a']);
    stop();
    heard.here.mockClear();
    heard.there.mockClear();
    await touch(there, 'b');
    await vi.waitFor(() => expect(heard.here).toHaveBeenCalled(), 5000);
    expect(heard.there).not.toHaveBeenCalled();
  });

  it('does not skip a transaction that commits after later ones', async () => {
    const url = await databases.create(kind);
    const [here, there] = [await opened(url), await opened(url)];
    const news = vi.fn();
    there.changes.onNews(news);
    const [writing, committing] = [gate(), gate()];
    const late = here.transaction('write', async (tx) => {
      await tx.putInstallation(anInstallation({ id: 'late' }));
      writing.open();
      await committing.opened;
    });
    await writing.opened;
    const quick = touch(there, 'quick');
    // On SQLite the second waits for the first; on PostgreSQL it is done before it.
    if (kind === 'postgres') await quick;
    const position = await there.changes.latest();
    const before = (await idsAfter(there, '0')) ?? [];
    committing.open();
    await late;
    await quick;
    news.mockClear();
    await vi.waitFor(() => expect(news).toHaveBeenCalled(), 5000);
    const after = (await idsAfter(there, position)) ?? [];
    expect([...before, ...after].sort()).toEqual(['late', 'quick']);
  });
});
