import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../billing/index.js';
import type { Config } from '../config/config.js';
import {
  createMemoryPayments,
  createSimulatedGateway,
  type SimulatedGateway,
} from '../gateway/index.js';

/** Where the pages that pay are, beneath the base path. */
export const SIMULATION_PATH = '/simulated-gateway';

/** Payments that move no money, as `--demo` asks for. What was paid is known to this process, and until it ends. */
export function simulatedGateway(config: Config, clock: Clock): SimulatedGateway {
  const { HOST, PORT, BASE_PATH } = config.server;
  const base = config.publicUrl ?? `http://${HOST}:${PORT}${BASE_PATH ?? ''}`;
  return createSimulatedGateway({
    payments: createMemoryPayments(),
    clock,
    secret: secretOf(config),
    pagesUrl: base + SIMULATION_PATH,
    inProduction: true,
  });
}

/** Drawn from the newest host secret, so that links outlive a restart; another use of a secret is another secret. */
function secretOf({ hostTokenSecrets: [secret] }: Config): string {
  if (secret === undefined) return randomBytes(32).toString('hex');
  return createHmac('sha256', secret).update(SIMULATION_PATH).digest('hex');
}
