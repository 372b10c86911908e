import 'fake-indexeddb/auto';
import { afterAll, describe, it } from 'vitest';
import { contractChecks } from '../../../src/testing/index.js';
import { localHarness } from './local-harness.js';

const storages = [{ storage: 'memory' }, { storage: 'indexeddb', name: 'contract' }] as const;

describe.each(storages)('the local backend in $storage keeps the contract', (options) => {
  const harness = localHarness(options);
  afterAll(() => harness.close());

  for (const [name, check] of Object.entries(contractChecks)) {
    it(name, () => check(() => harness));
  }
});
