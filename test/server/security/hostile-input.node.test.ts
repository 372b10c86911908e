import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderPage } from '../../../src/contract/index.js';
import { openStore, type ServerStore } from '../../../src/server/store/index.js';
import { launched, order } from '../../../src/testing/scene.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { fetchFrom } from '../../helpers/http-handler.js';
import { harnessOf } from '../app/harness.js';
import { createWorldOver, type StoredWorld } from '../app/server-world.js';

const databases = testDatabases();

/** What somebody might put where a text belongs. */
const TEXTS = [
  '\0',
  'a\0b',
  '\u{1F600}\u{20BB7}',
  "' or 1=1 --",
  '%_\\',
  'İßΣς',
  '\uFFFD',
  '\r\nset-cookie: a=b',
  '𝒳'.repeat(50),
];
const HALF = '\ud800';

describe.each(DATABASE_KINDS)('a server over %s', (kind) => {
  let store: ServerStore;
  let world: StoredWorld;
  let mine: string;
  let theirs: string;
  let token: string;

  beforeAll(async () => {
    store = await openStore({ url: await databases.create(kind) });
    world = createWorldOver(store);
    const harness = harnessOf(world, fetchFrom({ handle: (asked) => world.server.fetch(asked) }));
    for (const seats of [10, 11]) {
      const scene = await launched(harness);
      await order(scene, { kind: 'new', seats, cycles: 1 });
      if (seats === 10) mine = scene.id;
      else theirs = scene.id;
    }
    token = world.welcome(visitor());
  });
  afterAll(async () => {
    await world.server.close();
    await store.close();
  });

  const visitor = (more = {}) =>
    ({
      role: 'administrator',
      userId: 'administrator',
      userName: 'administrator',
      installations: [mine],
      ...more,
    }) as const;

  async function orders(query: string, as = token): Promise<[number, OrderPage | null]> {
    const response = await world.send(`/v1/orders?${query}`, { as });
    const body = (await response.json()) as OrderPage;
    return [response.status, response.ok ? body : null];
  }

  const VALUES: unknown[] = [
    ...TEXTS,
    ...[HALF, '', '9999', '+275760-09-13T00:00:00.000Z', '2026-02-30T00:00:00.000Z', 'zzz'],
    ...[0, -1, 1.5, 1e308, -1e308, 2 ** 53, 9.3e18, null, true, [], {}],
  ];
  it.each(['createdAt', 'amount', 'seats', 'status', 'kind'])(
    'gives whoever makes up a cursor of a list by %s nothing that is not theirs',
    async (by) => {
      for (const direction of ['ascending', 'descending'])
        for (const value of VALUES)
          for (const id of [HALF, 'a\0b', "'"]) {
            const cursor = JSON.stringify([by, direction, value, id]);
            const sort = { 'sort.by': by, 'sort.direction': direction };
            const query = new URLSearchParams({ ...sort, cursor });
            const [status, page] = await orders(query.toString());
            expect([200, 422], cursor).toContain(status);
            for (const found of page?.items ?? []) expect(found.installationId).toBe(mine);
          }
    },
  );

  it('finds by whatever text without tripping over it', async () => {
    for (const text of [...TEXTS, HALF]) {
      const [status] = await orders(new URLSearchParams({ text }).toString());
      expect([200, 422], JSON.stringify(text)).toContain(status);
    }
    expect((await orders(`installationId=${theirs}`))[0]).toBe(404);
  });

  it('knows people whatever they are called', async () => {
    for (const text of [...TEXTS, HALF]) {
      const as = world.welcome(visitor({ userId: text, userName: text, tenant: text }));
      const [status, page] = await orders('', as);
      expect([status, page?.items.length], JSON.stringify(text)).toEqual([200, 1]);
      const id = page?.items[0]?.id ?? '';
      const cancelled = await world.send(`/v1/orders/${id}/cancel`, { method: 'POST', as });
      expect([200, 409], JSON.stringify(text)).toContain(cancelled.status);
    }
  });

  it('shows those nothing whose installations could not be', async () => {
    for (const text of [...TEXTS, HALF]) {
      for (const installations of [[text], [text, 'another']]) {
        const as = world.welcome(visitor({ installations }));
        for (const path of ['/v1/orders', '/v1/session']) {
          const response = await world.send(path, { as });
          expect([path, JSON.stringify(text), response.status]).toEqual([
            path,
            JSON.stringify(text),
            200,
          ]);
        }
      }
    }
  });
});
