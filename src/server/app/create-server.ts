import { createBilling, type Clock } from '../../billing/index.js';
import { BackendError } from '../../contract/index.js';
import { createChangeStreams } from '../events/change-streams.js';
import { createCors } from '../http/cors.js';
import { HttpFault, isExpected, problemResponse } from '../http/problem.js';
import { createRateLimiter } from '../http/rate-limiter.js';
import { LONGEST_ADDRESS } from '../http/read-request.js';
import { createIds } from '../ids.js';
import { errorFields, SILENT } from '../log.js';
import { addChangesRoutes } from './changes-routes.js';
import { addContractRoutes } from './contract-routes.js';
import { addHostRoutes } from './host-routes.js';
import type { SeatkitServer, ServerOptions } from './options.js';
import { addPublicRoutes } from './public-routes.js';
import { createRouter } from './router.js';
import { newVisit, type Visit } from './visit.js';
import { createSignIn } from './visitors.js';

const SYSTEM_CLOCK: Clock = { now: () => new Date().toISOString() };

/** Nothing that is answered may be kept, framed, sniffed or run. */
const SECURITY_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * A server of the REST contract over a store and a gateway. It keeps nothing but open streams and rate limits, so any number of them may
 * run on one store.
 *
 * @throws TypeError for origins or a base path that are none
 */
export function createServer(options: ServerOptions): SeatkitServer {
  const { store, gateway, notifier, notifications = null, signer = null, limits = {} } = options;
  const { clock = SYSTEM_CLOCK, log = SILENT, onWork = () => undefined } = options;
  const { ids = createIds(clock), basePath = '' } = options;
  if (!/^(\/[\w.~-]+)*$/.test(basePath))
    throw new TypeError(`Not a path such as /billing: ${basePath}`);

  const billing = createBilling({
    store,
    gateway,
    clock,
    notifier,
    events: options.events ?? null,
    ids,
  });
  const cors = createCors(options.cors?.origins ?? []);
  const limiter = createRateLimiter(limits.requestsPerSecond ?? 20, limits.burst ?? 100);
  const signIn = createSignIn(options.authenticate, limiter);
  const streams = createChangeStreams(store.changes, log);

  const router = createRouter(basePath);
  const context = { billing, signIn, signer, bodyMs: limits.bodyMs ?? 10_000, onWork, log };
  addPublicRoutes(router, { store, signer, basePath, notifications: notifications !== null });
  addContractRoutes(router, context);
  addHostRoutes(router, context);
  addChangesRoutes(router, { billing, signIn, streams, mostStreams: limits.streams ?? 20 });
  if (notifications) {
    router.add('POST', '/v1/notifications/wechat-pay', async ({ request }) => {
      try {
        return await notifications(request, billing);
      } finally {
        onWork();
      }
    });
  }

  const underWay = new Set<Promise<Response>>();
  let closing = false;

  async function answer(request: Request, visit: Visit): Promise<Response> {
    try {
      if (closing) throw new BackendError('unavailable');
      if (request.url.length > LONGEST_ADDRESS) throw new HttpFault(414, 'The address is too long');
      return cors.preflight(request) ?? (await router.route(request, visit));
    } catch (error) {
      if (!isExpected(error))
        log.error('request-failed', { request: visit.id, ...errorFields(error) });
      else if (error.cause)
        log.warn('request-unanswered', { request: visit.id, ...errorFields(error.cause) });
      return problemResponse(error);
    }
  }

  /** The answer as it leaves: a copy where what made it let nobody change its headers. */
  function dressed(request: Request, visit: Visit, response: Response): Response {
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    headers.set('Date', new Date(clock.now()).toUTCString());
    headers.set('X-Request-Id', visit.id);
    cors.dress(request, headers);
    const body = request.method === 'HEAD' ? null : response.body;
    return new Response(body, { status: response.status, headers });
  }

  async function serve(request: Request): Promise<Response> {
    const visit = newVisit();
    const began = performance.now();
    const response = dressed(request, visit, await answer(request, visit));
    log.info('request', {
      request: visit.id,
      method: request.method,
      route: visit.route,
      status: response.status,
      ms: Math.round(performance.now() - began),
      tenant: visit.tenant,
      role: visit.role,
    });
    return response;
  }

  return {
    billing,
    fetch(request) {
      const answered = serve(request);
      underWay.add(answered);
      void answered.finally(() => underWay.delete(answered));
      return answered;
    },
    async close() {
      closing = true;
      streams.close();
      await Promise.allSettled(underWay);
    },
  };
}
