import 'fake-indexeddb/auto';
import { createIndexedDbDatabase } from '../../../src/backends/local/store/indexeddb-database.js';
import { createLocalStore } from '../../../src/backends/local/store/local-store.js';
import { createMemoryDatabase } from '../../../src/backends/local/store/memory-database.js';
import type { Change } from '../../../src/contract/index.js';
import { describeStore } from '../../suites/store.js';

let databases = 0;
const kinds = {
  memory: createMemoryDatabase,
  indexeddb: () => createIndexedDbDatabase(`store-${databases++}`),
};

for (const [kind, create] of Object.entries(kinds)) {
  describeStore(`the store in ${kind}`, () => {
    const seen: Change[] = [];
    const store = createLocalStore(create(), (changes) => void seen.push(...changes));
    return Promise.resolve({ store, changes: () => Promise.resolve(seen) });
  });
}
