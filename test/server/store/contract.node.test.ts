import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBooks, openStore, type ServerStore } from '../../../src/server/store/index.js';
import { contractChecks } from '../../../src/testing/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { storeHarness, type StoreHarness } from './store-harness.js';

const databases = testDatabases();

describe.each(DATABASE_KINDS)('billing over %s keeps the contract', (kind) => {
  let store: ServerStore;
  let harness: StoreHarness;
  beforeAll(async () => {
    store = await openStore({ url: await databases.create(kind) });
    harness = storeHarness(store);
  });
  afterAll(() => harness.close());

  for (const [name, check] of Object.entries(contractChecks)) {
    it(name, () => check(() => harness));
  }

  it('and its books agree afterwards', async () => {
    expect(await checkBooks(store)).toEqual([]);
  });
});
