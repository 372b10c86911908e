import { BackendError, isBackendError } from '../../contract/index.js';
import type { Authenticate, Visitor } from '../auth/authenticate.js';
import type { RateLimiter } from '../http/rate-limiter.js';
import type { Visit } from './visit.js';

/** Finds out who a request comes from, and whether they may ask again already. */
export type SignIn = (request: Request, visit: Visit) => Promise<Visitor>;

/** Requests and streams of one visitor are counted together, whichever token they come with. */
export function visitorKey({ tenant, role, userId }: Visitor): string {
  return JSON.stringify([tenant ?? null, role, userId]);
}

export function createSignIn(authenticate: Authenticate, limiter: RateLimiter): SignIn {
  return async (request, visit) => {
    const visitor = await ask(authenticate, request);
    if (!visitor) throw new BackendError('unauthenticated');
    visit.tenant = visitor.tenant ?? null;
    visit.role = visitor.role;
    const retryAfter = limiter.take(visitorKey(visitor));
    if (retryAfter > 0) throw new BackendError('rate-limited', { retryAfter });
    return visitor;
  };
}

async function ask(authenticate: Authenticate, request: Request): Promise<Visitor | null> {
  try {
    return await authenticate(request);
  } catch (cause) {
    if (isBackendError(cause)) throw cause;
    throw new BackendError('unavailable', { cause });
  }
}
