import type { BillingBackend, Order } from '../../../src/contract/index.js';
import type { Policy, QuoteRequest } from '../../../src/domain/index.js';
import {
  createLocalBackend,
  type LocalBackend,
  type LocalBackendOptions,
} from '../../../src/backends/local/index.js';
import { policyWith } from '../../helpers/policy.js';

export const INSTALLATION = 'i-1';

/** 120 yuan a seat and year, 10 % off two years, 15 % off three; 5 to 500 seats. */
export const POLICY = policyWith({
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 2, payPercent: 90 },
      { minCycles: 3, payPercent: 85 },
    ],
  },
  seatLimits: { min: 5, max: 500 },
});

export interface WorldOptions extends Omit<LocalBackendOptions, 'seed' | 'clock'> {
  /** null: none was published. */
  policy?: Policy | null;
  launched?: boolean;
  /** Bought and paid on 2026-03-01. */
  bought?: QuoteRequest;
  /** Days from that until now. */
  daysLater?: number;
  /** An order that waits for payment. */
  pending?: QuoteRequest;
}

/** The world of {@link makeWorld} with its history made. */
export async function createWorld(options: WorldOptions = {}): Promise<LocalBackend> {
  const backend = makeWorld(options);
  open.add(backend);
  await backend.simulation.ready();
  return backend;
}

/** Billing in memory: an app priced and launched on 2026-03-01, with a history made by really ordering and paying. */
export function makeWorld(options: WorldOptions = {}): LocalBackend {
  const { policy = POLICY, launched = true, bought, daysLater = 0, pending, ...rest } = options;
  return createLocalBackend({
    ...rest,
    seed: async ({ as, clock, installations, gateway, work }) => {
      await clock.set('2026-03-01T08:00:00.000Z');
      await installations.create(INSTALLATION, {
        appName: '项目助手',
        providerName: '云杉软件',
        customerName: '远山科技',
        contacts: ['王敏', '李强'],
      });
      if (!policy) return;
      const provider = as('provider');
      await provider.publishPolicy(INSTALLATION, { policy, baseVersion: null });
      if (!launched) return;
      await provider.submit(INSTALLATION);
      await provider.launch(INSTALLATION);
      const administrator = as('administrator');
      if (bought) {
        const order = await place(administrator, bought, 'bought');
        if (order.status === 'pending') {
          await administrator.startPayment(order.id, {
            method: 'wechat',
            environment: 'desktop',
            key: 'payment-of-bought',
          });
          const { payments } = await administrator.order(order.id);
          await gateway.pay(payments[0]?.number ?? '');
          await work();
        }
      }
      await clock.advance({ days: daysLater });
      if (pending) await place(administrator, pending, 'pending');
    },
  });
}

const open = new Set<LocalBackend>();

/** Lets go of all worlds so far: each listens to the page's address. */
export async function closeWorlds(): Promise<void> {
  const worlds = [...open];
  open.clear();
  await Promise.all(worlds.map(({ simulation }) => simulation.close()));
}

/** Orders what is asked at its price, accepting what it loses. */
export async function place(
  backend: BillingBackend,
  request: QuoteRequest,
  key: string,
): Promise<Order> {
  const quote = await backend.quote(INSTALLATION, request);
  return backend.createOrder(INSTALLATION, {
    request,
    quote,
    acceptForfeit: true,
    key: `order-${key}`,
  });
}

/** Publishes another policy. */
export async function reprice({ simulation }: LocalBackend, policy: Policy): Promise<void> {
  const provider = simulation.as('provider');
  const current = await provider.policy(INSTALLATION);
  await provider.publishPolicy(INSTALLATION, { policy, baseVersion: current?.version ?? null });
}

/** The newest order. */
export async function latestOrder({ simulation }: LocalBackend): Promise<Order> {
  const { items } = await simulation.as('administrator').orders({ limit: 1 }, null);
  if (!items[0]) throw new Error('There is no order');
  return items[0];
}

/** Money arrives for the newest attempt of the newest order. */
export async function payLatest(backend: LocalBackend): Promise<void> {
  const { payments } = await latestOrder(backend);
  await backend.simulation.gateway.pay(payments.at(-1)?.number ?? '');
  await backend.simulation.work();
}
