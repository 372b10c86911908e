import { guard, type EntitlementGuardOptions } from './guard.js';

/** What the middleware reads of a request of Express, Connect or `node:http`. */
export interface MiddlewareRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What the middleware does with a response of Express, Connect or `node:http`. */
export interface MiddlewareResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
  /** Gets the `entitlement` of a request that passes, a `VerifiedEntitlement`. */
  locals?: Record<string, unknown>;
}

/**
 * A guard for servers of the Express kind. It answers as `requireEntitlement` does, without calling `next`; a request that passes finds its
 * entitlement in `response.locals.entitlement`. What `installationId` throws goes to `next`.
 */
export function entitlementMiddleware<Incoming extends MiddlewareRequest>(
  options: EntitlementGuardOptions<Incoming>,
): (request: Incoming, response: MiddlewareResponse, next: (error?: unknown) => void) => void {
  return (request, response, next) => {
    const header = (name: string) => request.headers[name]?.toString() ?? null;
    void guard(request, header, options).then((result) => {
      if (result.ok) {
        (response.locals ??= {}).entitlement = result.entitlement;
        next();
        return;
      }
      const { problem, headers } = result.refusal;
      response.statusCode = problem.status;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end(JSON.stringify(problem));
    }, next);
  };
}
