export { createServer } from './app/create-server.js';
export type { Limits, SeatkitServer, ServerOptions } from './app/options.js';
export type { Authenticate, Visitor } from './auth/authenticate.js';
export { authenticateHostToken, createHostToken } from './auth/host-token.js';
export { authenticateJwt, JWT_ALGORITHMS, type JwtAlgorithm, type JwtOptions } from './auth/jwt.js';
export type { ChangeFeed, PlacedChange } from './changes.js';
export * from './gateway/index.js';
export { jsonLog, type Log, type LogFields } from './log.js';
export * from './store/index.js';
export { createWebhookNotifier, type WebhookOptions } from './webhooks/webhook-notifier.js';
export { startWorker, type Worker, type WorkerOptions } from './worker.js';
export {
  DeliveryRefusedError,
  type Billing,
  type BillingCalls,
  type PlatformFacts,
  type Principal,
} from '../billing/index.js';
export type * from '../billing/ports.js';
