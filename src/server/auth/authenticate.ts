import type { Principal } from '../../billing/index.js';
import type { Instant } from '../../domain/index.js';

/** Who a request comes from, and what the server keeps about the visit. */
export interface Visitor extends Principal {
  /** Whose people they are: named in logs, and a part of what their rate limit counts. */
  tenant?: string;
  /** When their token ends, and with it a stream of changes; the server does not ask again before. */
  expiresAt?: Instant;
}

/**
 * Tells who a request comes from; null for nobody, which answers 401. It decides what the visitor may see, and the server believes it.
 * When it throws, the answer is 503: it could not tell.
 */
export type Authenticate = (request: Request) => Promise<Visitor | null>;

/** The token of `Authorization: Bearer …`; null where there is none. */
export function bearerToken(request: Request): string | null {
  const [, token] =
    /^Bearer +([-\w.~+/=]{1,8192})$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  return token ?? null;
}
