import type { SeatkitServer } from '../index.js';
import { AUTHORIZATION_PATH, type Parts } from './assemble.js';
import { SIMULATION_PATH } from './simulation.js';

type Handler = (request: Request) => Promise<Response>;

/**
 * The server with the few pages that payers themselves are sent to: back from telling WeChat who they are, and to pay where payments
 * are simulated.
 */
export function withPages(
  server: SeatkitServer,
  { wechatPay, simulation }: Pick<Parts, 'wechatPay' | 'simulation'>,
  basePath: string,
  wake: () => void,
): Handler {
  const authorizations = wechatPay?.authorizations ?? null;
  const simulated = simulation?.pages(server.billing) ?? null;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (authorizations && pathname === basePath + AUTHORIZATION_PATH)
      return authorizations(request);
    if (simulated && pathname.startsWith(`${basePath}${SIMULATION_PATH}/`)) {
      const answer = await simulated(request);
      wake();
      return answer;
    }
    return server.fetch(request);
  };
}
