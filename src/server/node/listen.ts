import type { AddressInfo, Socket } from 'node:net';
import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

export interface ListenOptions {
  /** Answers a request that came from an address; null where that is not known. */
  fetch: (request: Request, address: string | null) => Promise<Response>;
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** How long what runs may take to end when closing, in milliseconds; 20 000 when absent. */
  graceMs?: number;
}

/** A Fetch handler on a port. */
export interface Listening {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  url: string;
  /** Takes no further connection; resolves when the last one is closed, each after the request it carries or when the grace is over. */
  close(): Promise<void>;
}

/** Longer than balancers keep an idle connection, so that it is theirs to close. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
/** Longer than a body may take to arrive and a database to answer. */
const GRACE_MS = 20_000;

/** @throws when the address cannot be listened on */
export async function listen({
  fetch,
  host,
  port,
  graceMs = GRACE_MS,
}: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => fetch(request, incoming.socket.remoteAddress ?? null),
    serverOptions: {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
    },
  });
  if (!(server instanceof Server)) throw new TypeError('Expected an HTTP/1.1 server.');
  const endUnused = followConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: urlOf(server.address() as AddressInfo),
    async close() {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
      endUnused();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed.finally(() => clearTimeout(timer));
    },
  };
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * Node's own way of ending idle connections passes over those that never carried a request, which browsers open to have one ready.
 *
 * @returns ends connections without a request, and from then on each one after its last
 */
function followConnections(server: Server): () => void {
  const requests = new Map<Socket, number>();
  let closing = false;

  function count(socket: Socket, by: number): void {
    const under = (requests.get(socket) ?? 0) + by;
    requests.set(socket, under);
    if (closing && under === 0) socket.destroySoon();
  }

  server.on('connection', (socket: Socket) => {
    count(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return () => {
    closing = true;
    for (const socket of requests.keys()) count(socket, 0);
  };
}
