import type { AddressInfo } from 'node:net';
import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

export interface ListenOptions {
  /** Answers a request that came from an address; null where that is not known. */
  fetch: (request: Request, address: string | null) => Promise<Response>;
  host: string;
  /** 0 for any that is free. */
  port: number;
}

/** A Fetch handler on a port. */
export interface Listening {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  url: string;
  /** Takes no further connection; resolves when the last one is closed, each after what it is doing. */
  close(): Promise<void>;
}

/** Longer than balancers keep an idle connection, so that it is theirs to close. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
/** How often connections that have become idle are looked for while closing. */
const IDLE_CHECK_MS = 100;

/** @throws when the address cannot be listened on */
export async function listen({ fetch, host, port }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => fetch(request, incoming.socket.remoteAddress ?? null),
    serverOptions: {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
    },
  });
  if (!(server instanceof Server)) throw new TypeError('Expected an HTTP/1.1 server.');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server.address() as AddressInfo), close: () => close(server) };
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  try {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  } finally {
    clearInterval(idle);
  }
}
