import {
  BackendError,
  toBackendError,
  type BillingBackend,
  type Change,
} from '../../src/contract/index.js';
import {
  CHANGES_ROUTES,
  DISPATCH,
  PROBLEM_TYPE,
  problemFrom,
  readInput,
  ROUTES,
  type CallName,
  type CallResult,
} from '../../src/schemas/index.js';

/** A server of the REST contract in memory: what a real one does, without sockets and sessions. */
export interface HttpHandler {
  handle(request: Request): Promise<Response>;
  /** Ends every open stream of changes, as a server that restarts does; what happens from now on is still remembered. */
  endStreams(): void;
}

/** Answers requests by the route table over any backend. */
export function createHttpHandler(backend: BillingBackend): HttpHandler {
  const changes = createChangeLog(backend);
  return {
    handle: async (request) => {
      const url = new URL(request.url);
      try {
        const { one, all } = CHANGES_ROUTES;
        const streamId = match(one.path, url.pathname);
        const ofAll = match(all.path, url.pathname) !== null;
        if ((ofAll || streamId !== null) && request.method === all.method) {
          return changes.open(streamId, request.headers.get('Last-Event-ID'));
        }
        for (const name of Object.keys(ROUTES) as CallName[]) {
          const { method, path } = ROUTES[name];
          const id = match(path, url.pathname);
          if (id === null || request.method !== method) continue;
          return Response.json(await answer(name, id, request), { status: ROUTES[name].status });
        }
        throw new BackendError('not-found');
      } catch (error) {
        return problemResponse(toBackendError(error));
      }
    },
    endStreams: changes.endStreams,
  };

  async function answer<Name extends CallName>(
    name: Name,
    id: string,
    request: Request,
  ): Promise<CallResult<Name>> {
    const parts = readInput(name, {
      query: new URL(request.url).searchParams,
      headers: request.headers,
      body: await request.text(),
    });
    return DISPATCH[name](backend, { id, ...parts }, { signal: request.signal });
  }
}

/** A `fetch` that goes to the handler, and lets go at once when the caller does. */
export function fetchFrom(handler: Pick<HttpHandler, 'handle'>): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init);
    return new Promise((resolve, reject) => {
      const abort = () => reject(request.signal.reason as Error);
      if (request.signal.aborted) abort();
      request.signal.addEventListener('abort', abort);
      handler.handle(request).then(resolve, reject);
    });
  };
}

function problemResponse(error: BackendError): Response {
  const problem = problemFrom(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': PROBLEM_TYPE,
      ...(error.retryAfter === null ? {} : { 'Retry-After': String(error.retryAfter) }),
    },
  });
}

/** The id in a path of this template: empty where the template has none, null where the path is another. */
function match(template: string, pathname: string): string | null {
  const pattern = template.replace('{id}', '([^/]+)');
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  return found && decodeURIComponent(found[1] ?? '');
}

function createChangeLog(backend: BillingBackend) {
  const logs = new Map<string | null, Change[]>();
  const streams = new Map<string | null, Set<ReadableStreamDefaultController<Uint8Array>>>();
  const encoder = new TextEncoder();

  const logOf = (id: string | null): Change[] => {
    const known = logs.get(id);
    if (known) return known;
    const log: Change[] = [];
    logs.set(id, log);
    backend.watch(id, (change) => {
      const position = log.push(change);
      for (const stream of streams.get(id) ?? []) stream.enqueue(eventOf(change, position));
    });
    return log;
  };
  const eventOf = (change: Change, position: number) =>
    encoder.encode(`event: change\nid: ${position}\ndata: ${JSON.stringify(change)}\n\n`);

  return {
    open(id: string | null, lastEventId: string | null): Response {
      const log = logOf(id);
      const open = streams.get(id) ?? new Set();
      streams.set(id, open);
      let stream: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          stream = controller;
          open.add(controller);
          controller.enqueue(encoder.encode(': open\n\n'));
          if (lastEventId === null) return;
          log
            .slice(Number(lastEventId))
            .forEach((change, index) =>
              controller.enqueue(eventOf(change, Number(lastEventId) + index + 1)),
            );
        },
        cancel: () => {
          open.delete(stream);
        },
      });
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    },
    endStreams(): void {
      for (const open of streams.values()) {
        for (const stream of open) stream.close();
        open.clear();
      }
    },
  };
}
