import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBilling } from '../../../src/billing/index.js';
import type { Policy } from '../../../src/domain/index.js';
import { createManualTransfers, openStore, startWorker } from '../../../src/server/index.js';
import { createIds } from '../../../src/server/ids.js';
import { SILENT } from '../../../src/server/log.js';
import { createTestClock } from '../../../src/testing/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { launchApp } from '../../helpers/launch-app.js';

const CUSTOMERS = 25;
const POLICY: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: null },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: null,
  seatLimits: null,
  priceCap: null,
  expansion: 'new-term',
};

const databases = testDatabases();
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe.each(DATABASE_KINDS)('two workers on one %s', (kind) => {
  it('tell everybody everything, each thing once', async () => {
    const url = await databases.create(kind);
    const clock = createTestClock();
    const told: string[] = [];
    const account = { accountName: 'A', accountNumber: '1', bankName: 'B' };
    const workers = await Promise.all(
      [1, 2].map(async (which) => {
        const store = await openStore({ url });
        const billing = createBilling({
          store,
          clock,
          gateway: createManualTransfers({ account }),
          ids: createIds(clock),
          notifier: {
            send({ installationId, key }) {
              told.push(`${installationId} ${key}`);
              return Promise.resolve();
            },
          },
          events: {
            deliver(id) {
              told.push(id);
              return Promise.resolve();
            },
          },
        });
        if (which === 1)
          for (let each = 0; each < CUSTOMERS; each++)
            await launchApp(billing, `customer-${each}`, POLICY);
        return { store, billing };
      }),
    );
    // Each customer's trial ends: one event, one notice.
    clock.advance({ days: 15 });
    for (const { store, billing } of workers) {
      const worker = startWorker({ billing, log: SILENT, clock });
      ends.push(async () => {
        await worker.stop();
        await store.close();
      });
    }
    await vi.waitUntil(() => told.length >= CUSTOMERS * 2, { timeout: 15_000 });
    await vi.waitUntil(
      async () => {
        const [first] = workers;
        const next = await first?.store.transaction('read', (tx) => tx.nextJobDueAt());
        return next === null;
      },
      { timeout: 15_000 },
    );
    expect(told).toHaveLength(CUSTOMERS * 2);
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((one) => one.includes(' '))).toHaveLength(CUSTOMERS);
  });
});
