import { afterAll, beforeAll, describe, it } from 'vitest';
import { openStore } from '../../../src/server/store/index.js';
import { contractChecks } from '../../../src/testing/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { storeHarness, type StoreHarness } from './store-harness.js';

const databases = testDatabases();

describe.each(DATABASE_KINDS)('billing over %s keeps the contract', (kind) => {
  let harness: StoreHarness;
  beforeAll(async () => {
    harness = storeHarness(await openStore({ url: await databases.create(kind) }));
  });
  afterAll(() => harness.close());

  for (const [name, check] of Object.entries(contractChecks)) {
    it(name, () => check(() => harness));
  }
});
