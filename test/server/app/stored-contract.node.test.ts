import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBooks, openStore, type ServerStore } from '../../../src/server/store/index.js';
import { contractChecks, type ContractHarness } from '../../../src/testing/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { fetchFrom } from '../../helpers/http-handler.js';
import { harnessOf } from './harness.js';
import { createWorldOver, type StoredWorld } from './server-world.js';

const databases = testDatabases();

describe.each(DATABASE_KINDS)('the server over %s, seen through the HTTP client', (kind) => {
  let store: ServerStore;
  let world: StoredWorld;
  let harness: ContractHarness;
  beforeAll(async () => {
    store = await openStore({ url: await databases.create(kind) });
    world = createWorldOver(store);
    harness = harnessOf(world, fetchFrom({ handle: (request) => world.server.fetch(request) }));
  });
  afterAll(async () => {
    await world.server.close();
    await store.close();
  });

  for (const [name, keeps] of Object.entries(contractChecks)) {
    it(`keeps: ${name}`, () => keeps(() => harness));
  }

  it('and its books agree afterwards', async () => {
    expect(await checkBooks(store)).toEqual([]);
  });
});
