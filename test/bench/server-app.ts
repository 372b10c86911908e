import type { OrderFilter } from '../../src/contract/index.js';
import { toQuery } from '../../src/schemas/query.js';
import {
  createMemoryPayments,
  createServer,
  createSimulatedGateway,
  type ServerStore,
} from '../../src/server/index.js';

/** A server in this process, and requests for it. */
export interface BenchServer {
  store: ServerStore;
  fetch(request: Request): Promise<Response>;
  /** @param path beneath the version, with its query */
  get(path: string): Request;
  /** A page of orders, as somebody who sees these installations; all when absent. */
  orders(filter: OrderFilter & { cursor?: string }, installations?: readonly string[]): Request;
  close(): Promise<void>;
}

const ORIGIN = 'http://bench.test/v1/';
const UNLIMITED = 1e9;

export function benchServer(store: ServerStore): BenchServer {
  const clock = { now: () => new Date().toISOString() };
  const server = createServer({
    store,
    gateway: createSimulatedGateway({
      payments: createMemoryPayments(),
      clock,
      secret: 'a-secret-of-32-or-more-characters',
      pagesUrl: ORIGIN,
    }),
    notifier: { send: () => Promise.resolve() },
    authenticate: ({ headers }) => {
      const seen = headers.get('Authorization') ?? '';
      const installations = seen === 'all' ? 'all' : seen.split(' ');
      return Promise.resolve({ role: 'operator', userId: 'o1', userName: 'O', installations });
    },
    limits: { requestsPerSecond: UNLIMITED, burst: UNLIMITED },
  });
  const get = (path: string, seen = 'all') =>
    new Request(ORIGIN + path, { headers: { Authorization: seen } });
  return {
    store,
    fetch: (request) => server.fetch(request),
    get,
    orders: (filter, installations) =>
      get(`orders?${toQuery(filter).toString()}`, installations?.join(' ')),
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
