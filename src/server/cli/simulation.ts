import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../billing/index.js';
import type { Config } from '../config/config.js';
import {
  createSimulatedGateway,
  type SimulatedGateway,
  type SimulatedPayment,
  type SimulatedPayments,
} from '../gateway/index.js';
import { notesIn, type ServerStore } from '../store/index.js';

/** Where the pages that pay are, beneath the base path. */
export const SIMULATION_PATH = '/simulated-gateway';

/** Payments that move no money, as `--demo` asks for. */
export function simulatedGateway(
  config: Config,
  store: ServerStore,
  clock: Clock,
): SimulatedGateway {
  const { HOST, PORT, BASE_PATH } = config.server;
  const base = config.publicUrl ?? `http://${HOST}:${PORT}${BASE_PATH ?? ''}`;
  return createSimulatedGateway({
    payments: paymentsIn(store),
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

function paymentsIn(store: ServerStore): SimulatedPayments {
  const notes = notesIn<SimulatedPayment>(store, 'simulated-payments');
  return {
    get: (number) => notes.get(number),
    put: (payment) => notes.put(payment.number, payment),
  };
}
