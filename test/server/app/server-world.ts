import { createLocalStore } from '../../../src/backends/local/store/local-store.js';
import { createMemoryDatabase } from '../../../src/backends/local/store/memory-database.js';
import {
  createGatewayControls,
  type GatewayControls,
} from '../../../src/backends/local/gateway/controls.js';
import {
  createSimulatedGateway,
  nextGatewayChange,
  passTime,
  type GatewayWorld,
} from '../../../src/backends/local/gateway/simulated-gateway.js';
import type { PlatformFacts } from '../../../src/billing/index.js';
import type { Instant } from '../../../src/domain/index.js';
import {
  createServer,
  type SeatkitServer,
  type ServerOptions,
  type Visitor,
} from '../../../src/server/index.js';
import type { ServerStore } from '../../../src/server/store/index.js';
import { createTestClock, type TestClock } from '../../../src/testing/index.js';
import { MemoryFeed } from './memory-feed.js';

export const ORIGIN = 'https://billing.example';

/** A server with everything around it, and visitors who come with their own names as tokens. */
export interface StoredWorld {
  server: SeatkitServer;
  store: ServerStore;
  clock: TestClock;
  gateway: GatewayControls;
  /** Someone the server knows from now on. @returns their token */
  welcome(visitor: Visitor): string;
  newInstallation(facts?: Partial<PlatformFacts>): Promise<string>;
  /** Sends a request to the server, as someone or as nobody. */
  send(path: string, init?: RequestInit & { as?: string }): Promise<Response>;
  /** Does what is due now. */
  work(): Promise<void>;
  /** Moves the clock, doing on the way what falls due. */
  advance(by: { days?: number; ms?: number }): Promise<void>;
}

/** One whose store is in memory. */
export interface ServerWorld extends StoredWorld {
  feed: MemoryFeed;
  /** What every use of the store throws, while it is not null. */
  breakStore(failure: Error | null): void;
}

export type WorldOptions = Partial<Omit<ServerOptions, 'store' | 'gateway' | 'clock'>>;

const GENEROUS = { requestsPerSecond: 1e6, burst: 1e6 };

export function createWorld(options: WorldOptions = {}): ServerWorld {
  const feed = new MemoryFeed();
  let failure: Error | null = null;
  const local = createLocalStore(createMemoryDatabase(), (changes) => feed.add(changes));
  const store: ServerStore = {
    transaction: (mode, work) =>
      failure ? Promise.reject(failure) : local.transaction(mode, work),
    changes: feed,
    ready: () => (failure ? Promise.reject(failure) : Promise.resolve()),
    close: () => Promise.resolve(),
  };
  return {
    ...createWorldOver(store, options),
    feed,
    breakStore: (error) => {
      failure = error;
    },
  };
}

/** @param store without any installation; stays the caller's to close */
export function createWorldOver(store: ServerStore, options: WorldOptions = {}): StoredWorld {
  const clock = createTestClock();
  const visitors = new Map<string, Visitor>();
  let installations = 0;
  let tokens = 0;

  const gateway: GatewayWorld = {
    payUrl: (number) => `https://pay.example/${number}`,
    transferDays: null,
    refundMs: 0,
    database: createMemoryDatabase(),
    clock,
    token: () => String(++tokens),
    tell: (event) => server.billing.handleNotification(event),
  };
  const server = createServer({
    authenticate: (request) => {
      const [, token = ''] = (request.headers.get('Authorization') ?? '').split(' ');
      return Promise.resolve(visitors.get(token) ?? null);
    },
    notifier: { send: () => Promise.resolve() },
    limits: GENEROUS,
    ...options,
    store,
    gateway: createSimulatedGateway(gateway),
    clock,
  });

  /** Does what is due. @returns when the next thing is */
  async function round(): Promise<Instant | null> {
    const due = await nextGatewayChange(gateway);
    if (due !== null && due <= clock.now()) await passTime(gateway);
    const times = [await server.billing.work(), await nextGatewayChange(gateway)];
    return times.filter((time) => time !== null).sort()[0] ?? null;
  }

  async function work(): Promise<Instant | null> {
    let next = await round();
    while (next !== null && next <= clock.now()) next = await round();
    return next;
  }

  return {
    server,
    store,
    clock,
    gateway: createGatewayControls(gateway),
    welcome(visitor) {
      const token = `token-${visitors.size}`;
      visitors.set(token, visitor);
      return token;
    },
    async newInstallation(facts = {}) {
      const id = `installation-${++installations}`;
      await server.billing.installations.create(id, {
        appName: 'Field Notes',
        providerName: 'Acme Software',
        customerName: 'Blue River Ltd',
        contacts: ['Wang Fang'],
        merchantAccountOpened: true,
        customerAuthorized: true,
        seatsInUse: null,
        ...facts,
      });
      return id;
    },
    send(path, { as, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (as !== undefined) headers.set('Authorization', `Bearer ${as}`);
      return server.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }));
    },
    async work() {
      await work();
    },
    async advance({ days = 0, ms = 0 }) {
      const until = new Date(Date.parse(clock.now()) + days * 86_400_000 + ms).toISOString();
      for (;;) {
        const due = await work();
        if (due === null || due > until) break;
        clock.set(due);
      }
      clock.set(until);
      await work();
    },
  };
}
