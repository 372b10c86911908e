import { deleteDB } from 'idb';
import { createLocalBackend } from '../../src/backends/local/index.js';
import { createIndexedDbDatabase } from '../../src/backends/local/store/indexeddb-database.js';
import { createLocalStore } from '../../src/backends/local/store/local-store.js';
import { createMemoryDatabase } from '../../src/backends/local/store/memory-database.js';
import type { Database } from '../../src/backends/local/store/tables.js';
import { createBilling } from '../../src/billing/index.js';
import type { OrderFilter, OrderPage } from '../../src/contract/index.js';
import { FakeGateway } from '../helpers/fake-gateway.js';
import { oneOfMany, putMany } from '../helpers/many-orders.js';

/**
 * Lists of 100 000 orders from the stores of the page: how long the first page takes from a cold index, how long others take from a warm one,
 * and how long the longest stretch is in which the page could not have answered an input.
 */
const COUNT = 100_000;
const BLOCKS_MS = 50;
const NAME = 'seatkit-bench-orders';

/** Each a sort or filter that was not asked for before. */
const QUESTIONS: Record<string, OrderFilter> = {
  'by amount': { sort: { by: 'amount', direction: 'descending' } },
  'by status': { sort: { by: 'status', direction: 'ascending' } },
  'paid, by seats': { statuses: ['paid'], sort: { by: 'seats', direction: 'ascending' } },
  'a text': { text: '周' },
  'a customer': { installationId: 'installation-7' },
};

type Ask = (filter: OrderFilter, cursor?: string | null) => Promise<OrderPage>;

interface Heart {
  /** The longest time between two beats since last asked. */
  longest(): number;
  stop(): void;
}

/** Beats as often as the page lets it. */
function startHeart(): Heart {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    longest() {
      const found = longest;
      longest = 0;
      last = performance.now();
      return found;
    },
    stop: () => port1.close(),
  };
}

const lines: string[] = [];
const blocks: number[] = [];
const heart = startHeart();

async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  await new Promise(requestAnimationFrame);
  heart.longest();
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  await new Promise(requestAnimationFrame);
  const longest = heart.longest();
  blocks.push(longest);
  lines.push(
    `orders-index ${name}: ${took.toFixed(0)} ms, blocked at most ${longest.toFixed(0)} ms`,
  );
  return result;
}

async function walk(storage: string, ask: Ask): Promise<void> {
  const first = await step(`${storage}, first page, cold`, () => ask({}));
  if (first.totals.count !== COUNT) throw new Error(`${first.totals.count} orders`);
  await step(`${storage}, first page, warm`, () => ask({}));
  await step(`${storage}, next page, warm`, () => ask({}, first.nextCursor));
  for (const [name, filter] of Object.entries(QUESTIONS)) {
    await step(`${storage}, ${name}, first time`, () => ask(filter));
    await step(`${storage}, ${name}, warm`, () => ask(filter));
  }
}

/** Another tab's, or another call's, as far as the list can tell. */
async function change(database: Database): Promise<void> {
  const store = createLocalStore(database, () => undefined);
  await store.transaction('write', (tx) => tx.putOrder({ ...oneOfMany(5), status: 'cancelled' }));
}

async function inMemory(): Promise<void> {
  const database = createMemoryDatabase();
  const billing = createBilling({
    store: createLocalStore(database, () => undefined),
    gateway: new FakeGateway(),
    clock: { now: () => new Date().toISOString() },
    events: null,
    notifier: { send: () => Promise.resolve() },
    ids: { next: (kind) => kind },
  });
  await putMany(database, COUNT);
  const who = { role: 'provider', userId: 'p', userName: 'P', installations: 'all' } as const;
  const ask: Ask = (filter, cursor = null) => billing.as(who).orders(filter, cursor);
  await walk('memory', ask);
  await change(database);
  await step('memory, after a change', () => ask({}));
}

async function inIndexedDb(): Promise<void> {
  await deleteDB(NAME);
  const other = createIndexedDbDatabase(NAME);
  await putMany(other, COUNT);
  const backend = createLocalBackend({ storage: 'indexeddb', name: NAME, session: 'provider' });
  const ask: Ask = (filter, cursor = null) => backend.orders(filter, cursor);
  await walk('IndexedDB', ask);
  await change(other);
  await step('IndexedDB, after a change in another tab', () => ask({}));
  const reopened = createLocalBackend({ storage: 'indexeddb', name: NAME, session: 'provider' });
  await step('IndexedDB, first page, opened again', () => reopened.orders({}, null));
  await reopened.simulation.close();
  await backend.simulation.close();
  await other.close();
  await deleteDB(NAME);
}

/** What other programs of a busy machine take from a page that does nothing. */
async function idle(): Promise<void> {
  for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
}

async function run(): Promise<{ text: string; good: boolean }> {
  await step('idle', idle);
  blocks.length = 0;
  await inMemory();
  await inIndexedDb();
  heart.stop();
  const longest = Math.max(...blocks);
  lines.push(
    `orders-index: nothing blocked longer than ${longest.toFixed(0)} ms; goal ${BLOCKS_MS}`,
  );
  return { text: lines.join('\n'), good: longest <= BLOCKS_MS };
}

declare global {
  /** What {@link run} found, for who started the page. */
  var benchReport: { text: string; good: boolean } | undefined;
}

globalThis.benchReport = await run();
