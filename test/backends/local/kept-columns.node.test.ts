import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clear } from '../../../src/backends/local/seeding.js';
import { createIndexedDbDatabase } from '../../../src/backends/local/store/indexeddb-database.js';
import { createLocalStore } from '../../../src/backends/local/store/local-store.js';
import type { Database } from '../../../src/backends/local/store/tables.js';
import type { OrderStatus } from '../../../src/domain/index.js';
import { oneOfMany, putMany } from '../../helpers/many-orders.js';
import { aQuery } from './records.js';

const COUNT = 2500;
let names = 0;
let name: string;
const open: Database[] = [];

/** As a page does that opens. */
function page(): Database {
  const database = createIndexedDbDatabase(name);
  open.push(database);
  return database;
}

async function counted(database: Database, statuses: OrderStatus[] = ['pending']) {
  const store = createLocalStore(database, () => undefined);
  const find = (over = {}) => store.transaction('read', (tx) => tx.findOrders(aQuery(over)));
  return [(await find()).totals.count, (await find({ statuses })).totals.count];
}

async function put(database: Database, index: number): Promise<void> {
  const store = createLocalStore(database, () => undefined);
  await store.transaction('write', (tx) => tx.putOrder({ ...oneOfMany(index), status: 'pending' }));
}

const settings = (database: Database) =>
  database.transaction('read', async (tables) => {
    const rows = await tables.settings.all();
    return new Map(rows.map((row) => [row.name, row.value]));
  });

/** Until the columns are kept up to a revision. */
async function kept(database: Database, revision = 1): Promise<void> {
  for (;;) {
    const mark = (await settings(database)).get('listing-columns-1:mark');
    if ((mark as { revision: number } | undefined)?.revision === revision) return;
  }
}

function named(hosts: readonly unknown[], wanted: string): number {
  return hosts.filter((host) => (host as { name: string }).name === wanted).length;
}

/** How often rows of the listing were read in batches, or by their changes. */
function reads() {
  const rows = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const changes = vi.spyOn(IDBIndex.prototype, 'getAll');
  return {
    rows: () => named(rows.mock.contexts, 'listing'),
    changes: () => named(changes.mock.contexts, 'revision'),
  };
}

beforeEach(async () => {
  name = `kept-${names++}`;
  const first = page();
  await putMany(first, COUNT);
  expect(await counted(first)).toEqual([COUNT, 0]);
  await kept(first);
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const database of open.splice(0)) await database.close();
});

it('a page that opens reads no order again', async () => {
  const { rows, changes } = reads();
  expect(await counted(page())).toEqual([COUNT, 0]);
  expect([rows(), changes()]).toEqual([0, 0]);
});

it('a page that opens reads what has changed since', async () => {
  await put(open[0]!, 7);
  await put(open[0]!, COUNT);
  const { rows, changes } = reads();
  expect(await counted(page())).toEqual([COUNT + 1, 2]);
  expect([rows(), changes()]).toEqual([0, 1]);
});

it('many changes are kept too', async () => {
  const [first] = open as [Database];
  for (let index = 0; index < 1000; index++) await put(first, index);
  expect(await counted(first)).toEqual([COUNT, 1000]);
  await kept(first, 1001);
  const { changes } = reads();
  expect(await counted(page())).toEqual([COUNT, 1000]);
  expect(changes()).toBe(0);
});

it('what is kept of a store that was emptied counts no more', async () => {
  const [first] = open as [Database];
  const before = await settings(first);
  await clear(first);
  await put(first, 1);
  await first.transaction('write', async (tables) => {
    for (const [setting, value] of before)
      if (setting !== 'listing') await tables.settings.put({ name: setting, value });
  });
  expect(await counted(page())).toEqual([1, 1]);
});

it('what is kept from long ago is not used', async () => {
  const [first] = open as [Database];
  await first.transaction('write', (tables) =>
    tables.settings.put({ name: 'listing', value: { epoch: 0, revision: 6000 } }),
  );
  const { rows } = reads();
  expect(await counted(page())).toEqual([COUNT, 0]);
  expect(rows()).toBeGreaterThan(1);
});

it('a list comes all the same when nothing can be kept', async () => {
  await clear(open[0]!);
  await putMany(open[0]!, COUNT);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const last = page();
  expect(await counted(last)).toEqual([COUNT, 0]);
  while (put.mock.calls.length === 0) await settings(last);
  expect(await counted(last)).toEqual([COUNT, 0]);
});
