export { createBilling, type Billing, type BillingCalls } from './billing.js';
export { DeliveryRefusedError } from './dead-letters.js';
export type { PlatformFacts } from './installations.js';
export type * from './ports.js';
export type { TransferReturn } from './use-cases/confirm-return.js';
export { RIGHTS, type ContractCall, type Principal } from './principal.js';
