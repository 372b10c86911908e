import { Hono } from 'hono';
import { BackendError } from '../../contract/index.js';
import { HttpFault } from '../http/problem.js';
import type { Visit } from './visit.js';

/** What a route is handed. */
export interface Asked {
  request: Request;
  visit: Visit;
  /** From the path; empty where the route has none. */
  id: string;
}

export type Handler = (asked: Asked) => Promise<Response> | Response;

type Method = 'GET' | 'POST';

/** Routes by method and path. */
export interface Router {
  /** @param path with `{id}` at most once; a GET answers HEAD as well */
  add(method: Method, path: string, handler: Handler): void;
  /**
   * Hands a request to its route.
   *
   * @throws HttpFault 404 for an unknown path, 405 for another method; whatever the route throws
   */
  route(request: Request, visit: Visit): Promise<Response>;
}

/** @param basePath what stands before every path: empty, or `/` and names, without a slash at its end */
export function createRouter(basePath: string): Router {
  // The path as it was sent: `%2F` in an id is no slash.
  const app = new Hono<{ Bindings: { visit: Visit } }>({ getPath: pathOf });

  app.onError((error) => {
    throw error;
  });
  app.notFound(({ req }) => {
    const path = pathOf(req.raw);
    const methods = (['GET', 'POST'] as const).filter(
      (method) => app.router.match(method, path)[0].length > 0,
    );
    if (methods.length === 0) throw new HttpFault(404, 'There is nothing here');
    const Allow = allowed(methods);
    if (req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow } });
    throw new HttpFault(405, 'This address has no such method', { Allow });
  });

  return {
    add(method, path, handler) {
      app.on(method, `${basePath}${path.replace('{id}', ':id')}`, ({ req, env }) => {
        env.visit.route = path;
        return handler({
          request: req.raw,
          visit: env.visit,
          id: requireId(req.param('id') ?? ''),
        });
      });
    },
    async route(request, visit) {
      return app.fetch(request, { visit });
    },
  };
}

function pathOf({ url }: Request): string {
  return new URL(url).pathname;
}

function allowed(methods: readonly Method[]): string {
  const all = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...all, 'OPTIONS'].join(', ');
}

/** No id has a control character in it, and not every database could be asked for one. */
function requireId(id: string): string {
  if (/\p{Cc}|\p{Surrogate}/u.test(id)) throw new BackendError('not-found');
  return id;
}
