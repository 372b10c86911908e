export { verifyEntitlement, type Verification, type VerifyOptions } from './verify-entitlement.js';
export { ENTITLEMENT_FAULTS, type EntitlementFault } from './faults.js';
export type { VerifiedEntitlement } from './claims.js';
export type { EntitlementKey, KeySet, KeySource } from './keys.js';
export { remoteKeys, type RemoteKeysOptions } from './remote-keys.js';
export { requireEntitlement, type EntitlementCheck } from './fetch-guard.js';
export {
  entitlementMiddleware,
  type MiddlewareRequest,
  type MiddlewareResponse,
} from './middleware.js';
export type { EntitlementGuardOptions } from './guard.js';
export type { EntitlementProblem } from './problems.js';
export type { TokenPlace } from './token-place.js';
export {
  createEntitlementSigner,
  createSigningKey,
  type EntitlementSigner,
  type EntitlementSignerOptions,
  type EntitlementSigningKey,
} from './signer.js';
export {
  verifyWebhook,
  type ReceivedWebhook,
  type VerifyWebhookOptions,
  type WebhookFault,
  type WebhookVerification,
} from './webhook.js';
export { signWebhook, type WebhookMessage } from './webhook-signature.js';
export type { BillingEvent, BillingEventData, BillingEventType } from '../contract/index.js';
