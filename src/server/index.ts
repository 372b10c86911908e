export { createServer } from './app/create-server.js';
export type { Limits, SeatkitServer, ServerOptions } from './app/options.js';
export type { Authenticate, Visitor } from './auth/authenticate.js';
export { jsonLog, type Log, type LogFields } from './log.js';
export { createWebhookNotifier, type WebhookOptions } from './webhooks/webhook-notifier.js';
