import { createBilling, type Principal } from '../../../src/billing/index.js';
import { sees } from '../../../src/billing/principal.js';
import { across } from '../../../src/backends/local/boundary.js';
import { callsCarriedBy } from '../../../src/backends/local/calls.js';
import { createIds } from '../../../src/backends/local/ids.js';
import { createGatewayControls } from '../../../src/backends/local/gateway/controls.js';
import {
  createSimulatedGateway,
  type GatewayWorld,
} from '../../../src/backends/local/gateway/simulated-gateway.js';
import { cryptoRandom } from '../../../src/backends/local/random.js';
import { createMemoryDatabase } from '../../../src/backends/local/store/memory-database.js';
import { createWatchers, type Watchers } from '../../../src/backends/local/watchers.js';
import { createWorker } from '../../../src/backends/local/worker.js';
import type { BillingBackend } from '../../../src/contract/index.js';
import type { ServerStore } from '../../../src/server/store/index.js';
import { createTestClock, type ContractHarness } from '../../../src/testing/index.js';

export interface StoreHarness extends ContractHarness {
  billing: ReturnType<typeof createBilling>;
  close(): Promise<void>;
}

/** Billing over a store of the server, as the contract checks want it: a clock that stands still, transfers that move by hand. */
export function storeHarness(store: ServerStore): StoreHarness {
  const clock = createTestClock();
  const gatewayWorld: GatewayWorld = {
    payUrl: (number) => `https://pay.example/${number}`,
    transferDays: null,
    refundMs: 2000,
    database: createMemoryDatabase(),
    clock,
    token: () => cryptoRandom(12),
    tell: (event) => billing.handleNotification(event),
  };
  const billing = createBilling({
    store,
    gateway: createSimulatedGateway(gatewayWorld),
    clock,
    notifier: { send: () => Promise.resolve() },
    events: null,
    ids: createIds(clock, () => cryptoRandom),
  });
  const gateway = createGatewayControls(gatewayWorld);
  const worker = createWorker(clock, () => billing.work());
  let count = 0;

  const watchers = createWatchers();
  const stopFollowing = follow(store, watchers);

  function backendFor(role: Principal['role'], installationId?: string): BillingBackend {
    const installations = installationId === undefined ? 'all' : [installationId];
    const principal: Principal = { role, userId: role, userName: role, installations };
    const calls = callsCarriedBy((name, options, run) =>
      across({ latency: 0, faults: {} }, name, options, () => run(billing.as(principal))),
    );
    return {
      ...calls,
      watch: (id, onChange) =>
        watchers.add(id, (change) => {
          const { installationId: whose } = change;
          if (whose === null || sees(principal, whose)) onChange(change);
        }),
    };
  }

  return {
    billing,
    async newInstallation(facts = {}) {
      const id = `installation-${++count}`;
      await billing.installations.create(id, {
        appName: '考勤助手',
        providerName: '云服科技',
        customerName: '甲公司',
        contacts: ['王管理'],
        merchantAccountOpened: true,
        customerAuthorized: true,
        seatsInUse: null,
        ...facts,
      });
      return id;
    },
    backendFor,
    clock: {
      now: () => Promise.resolve(clock.now()),
      async advance({ days = 0, ms = 0 }) {
        const end = Date.parse(clock.now()) + days * 86_400_000 + ms;
        await worker.stepTo(end);
        clock.set(new Date(end).toISOString());
        await worker.work();
      },
    },
    async work() {
      await worker.work();
    },
    gateway: {
      async pay(number, { silent = false, ...how } = {}) {
        await gateway.pay(number, { notify: silent ? 'withhold' : 'now', ...how });
      },
      repeat: (number, state) => gateway.deliver(number, state),
      advanceTransfer: (number) => gateway.advanceTransfer(number),
      leaveNextTransfer: () => gateway.leaveTransfers(1),
      failNextRefund: () => gateway.failRefunds(1),
      authorizePayer: () => gateway.authorize('administrator'),
    },
    async close() {
      stopFollowing();
      await worker.stop();
      await store.close();
    },
  };
}

/** Tells watchers of changes out of the store's feed. */
function follow({ changes }: ServerStore, watchers: Watchers): () => void {
  let position = changes.latest();
  return changes.onNews(() => {
    position = position.then(async (from) => {
      const placed = (await changes.after(from, 'all', 100)) ?? [];
      watchers.tell(placed.map(({ change }) => change));
      return placed.at(-1)?.position ?? from;
    });
  });
}
