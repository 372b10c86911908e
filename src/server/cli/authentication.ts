import { authenticateHostToken } from '../auth/host-token.js';
import { authenticateJwt } from '../auth/jwt.js';
import type { Authenticate } from '../auth/authenticate.js';
import type { Config } from '../config/config.js';

/** Believes what is configured: host tokens, JSON Web Tokens, or both, such as pages with the one and your own server with the other. */
export function authenticationOf({ jwt, hostTokenSecrets }: Config): Authenticate {
  const ways: Authenticate[] = [];
  if (hostTokenSecrets.length > 0) ways.push(authenticateHostToken({ secrets: hostTokenSecrets }));
  if (jwt) ways.push(authenticateJwt(jwt));
  return async (request) => {
    for (const way of ways) {
      const visitor = await way(request);
      if (visitor) return visitor;
    }
    return null;
  };
}
