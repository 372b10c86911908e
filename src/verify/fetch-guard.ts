import type { VerifiedEntitlement } from './claims.js';
import { guard, type EntitlementGuardOptions } from './guard.js';

/** Whether a request may pass: the entitlement it has, or the response to give instead. */
export type EntitlementCheck =
  { ok: true; entitlement: VerifiedEntitlement } | { ok: false; response: Response };

/**
 * A guard for servers of Fetch requests (Node, workers). Its response is 402 when the app is blocked, 401 without an acceptable token,
 * 503 when the keys cannot be had: each a problem document (RFC 9457) that no cache keeps.
 *
 *     const check = requireEntitlement({ keys, installationId: (request) => installationOf(request) });
 *     const checked = await check(request);
 *     if (!checked.ok) return checked.response;
 */
export function requireEntitlement(
  options: EntitlementGuardOptions<Request>,
): (request: Request) => Promise<EntitlementCheck> {
  return async (request) => {
    const result = await guard(request, (name) => request.headers.get(name), options);
    if (result.ok) return result;
    const { problem, headers } = result.refusal;
    const response = new Response(JSON.stringify(problem), { status: problem.status, headers });
    return { ok: false, response };
  };
}
