import { CompiledQuery, sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { isBackendError } from '../../../src/contract/index.js';
import { engineOf } from '../../../src/server/store/handles.js';
import { openStore, type ServerStore } from '../../../src/server/store/index.js';
import { anInstallation } from '../../backends/local/records.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';

const databases = testDatabases();
const open: ServerStore[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function opened(url: string, timeoutMs = 10_000): Promise<ServerStore> {
  const store = await openStore({ url, timeoutMs });
  open.push(store);
  return store;
}

const addContact = (store: ServerStore, name: string) =>
  store.transaction('write', async (tx) => {
    const before = await tx.lockInstallation('i1');
    const contacts = [...(before?.contacts ?? []), name];
    await tx.putInstallation(anInstallation({ contacts }));
  });

const contactsOf = async (store: ServerStore) =>
  (await store.transaction('read', (tx) => tx.installation('i1')))?.contacts;

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe.each(DATABASE_KINDS)('transactions of %s', (kind) => {
  it('of two processes on one installation all count, also those that make it', async () => {
    const url = await databases.create(kind);
    const stores = [await opened(url), await opened(url)] as const;
    const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
    await Promise.all(
      names.map((name, index) => addContact(stores[index % 2 === 0 ? 0 : 1], name)),
    );
    for (const store of stores) {
      expect((await contactsOf(store))?.sort()).toEqual([...names].sort());
    }
  });

  it('that read see one state, whatever others commit meanwhile', async () => {
    const url = await databases.create(kind);
    const [here, there] = [await opened(url), await opened(url)];
    await addContact(here, 'first');
    const seen = await here.transaction('read', async (tx) => {
      const before = await tx.installation('i1');
      await addContact(there, 'second');
      return [before?.contacts, (await tx.installation('i1'))?.contacts];
    });
    expect(seen).toEqual([['first'], ['first']]);
    expect(await contactsOf(here)).toEqual(['first', 'second']);
  });

  it('give a job to one of two workers', async () => {
    const url = await databases.create(kind);
    const stores = [await opened(url), await opened(url)] as const;
    const now = '2026-03-01T12:00:00.000Z';
    await stores[0].transaction('write', async (tx) => {
      for (let number = 0; number < 30; number++) {
        const task = { kind: 'lapse', orderId: `o${number}` } as const;
        const job = { id: `lapse:o${number}`, installationId: 'i1', task, dueAt: now };
        await tx.putJob({ ...job, attempts: 0, lastError: null });
      }
    });
    const claim = { now, until: '2026-03-01T12:05:00.000Z', limit: 10 };
    const claims = await Promise.all(
      [0, 1, 0, 1].map((which) =>
        stores[which as 0 | 1].transaction('write', (tx) => tx.claimJobs(claim)),
      ),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
  });

  it('are refused once the store is closed, and nothing under way is lost by it', async () => {
    const url = await databases.create(kind);
    const store = await opened(url);
    const work = addContact(store, 'under way');
    await store.close();
    await work;
    expect(await failure(contactsOf(store))).toMatchObject({ code: 'unavailable' });
    expect(await failure(store.ready())).toMatchObject({ code: 'unavailable' });
    expect(await contactsOf(await opened(url))).toEqual(['under way']);
  });

  it('that wait too long for another are unavailable, with the reason kept, and can be tried again', async () => {
    const url = await databases.create(kind);
    const [here, there] = [await opened(url), await opened(url, 200)];
    await addContact(here, 'first');
    let error: unknown;
    await here.transaction('write', async (tx) => {
      await tx.lockInstallation('i1');
      error = await failure(addContact(there, 'second'));
    });
    expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    expect((error as Error).cause).toBeInstanceOf(Error);
    await addContact(there, 'third');
    expect(await contactsOf(here)).toEqual(['first', 'third']);
  });

  it('keep texts that no database keeps as they are', async () => {
    const store = await opened(await databases.create(kind));
    const contacts = ['zero \0 within', 'half of a pair \ud800', '𝒳 😀 İ'];
    await store.transaction('write', (tx) => tx.putInstallation(anInstallation({ contacts })));
    expect(await contactsOf(store)).toEqual(contacts);
    await store.transaction('read', async (tx) => {
      expect(await tx.order('o\0')).toBeNull();
      expect(await tx.orderByPaymentNumber("'; drop table orders; --")).toBeNull();
    });
  });
});

describe('a connection to PostgreSQL that is lost', () => {
  it('within a transaction makes it run again, once and whole', async () => {
    const url = await databases.create('postgres');
    const [store, other] = [await opened(url), await opened(url)];
    await addContact(store, 'first');
    let runs = 0;
    await store.transaction('write', async (tx) => {
      runs++;
      const before = await tx.lockInstallation('i1');
      const contacts = [...(before?.contacts ?? []), 'second'];
      await tx.putInstallation(anInstallation({ contacts }));
      if (runs === 1) await endOthers(other);
    });
    expect(runs).toBe(2);
    expect(await contactsOf(store)).toEqual(['first', 'second']);
  });

  it('while nobody used it is not noticed', async () => {
    const url = await databases.create('postgres');
    const [store, other] = [await opened(url), await opened(url)];
    await Promise.all(Array.from({ length: 5 }, () => addContact(store, 'x')));
    await endOthers(other);
    await addContact(store, 'y');
    expect(await contactsOf(store)).toHaveLength(6);
  });

  it('to a server that is not there is unavailable', async () => {
    const error = await failure(
      openStore({ url: 'postgres://seatkit@127.0.0.1:1/none', timeoutMs: 500 }),
    );
    expect(error).toMatchObject({ code: 'unavailable' });
  });
});

describe('a table of PostgreSQL that a newer version changes', () => {
  it('is read on by the older one that had its statements prepared', async () => {
    const url = await databases.create('postgres');
    const [store, newer] = [await opened(url), await opened(url)];
    const job = () => store.transaction('read', (tx) => tx.job('j1'));
    expect(await job()).toBeNull();
    await sql`alter table jobs add column later text`.execute(engineOf(newer).db);
    expect(await job()).toBeNull();
  });
});

describe('a disk that is full', () => {
  it('is said as such, and nothing of the transaction is kept', async () => {
    const store = await opened(await databases.create('sqlite'));
    await addContact(store, 'first');
    const { db } = engineOf(store);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    const full = `pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 1}`;
    await db.executeQuery(CompiledQuery.raw(full));
    const error = await failure(addContact(store, 'x'.repeat(100_000)));
    expect(isBackendError(error) && error.data.reason).toBe('storage-full');
    expect(await contactsOf(store)).toEqual(['first']);
    await db.executeQuery(CompiledQuery.raw('pragma max_page_count = 100000'));
    await addContact(store, 'second');
    expect(await contactsOf(store)).toEqual(['first', 'second']);
  });
});

/** Ends every other connection to the database, as an administrator or a restart would. */
async function endOthers(store: ServerStore): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(engineOf(store).db);
}
