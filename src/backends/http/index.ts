export { createHttpBackend } from './create-http-backend.js';
export type { HttpEnvironment, Schedule } from './environment.js';
export type { HttpBackendOptions } from './transport.js';
