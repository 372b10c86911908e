import type { EntitlementState, Instant } from '../../domain/index.js';

/** Whether the app may be used, now that it changed. */
export interface EntitlementChangedDetail {
  installationId: string;
  /** `unknown`: the backend cannot be reached, and what was last known is over. */
  state: EntitlementState | 'unknown';
  /** Whether the gate is closed. */
  blocked: boolean;
  seats: number | null;
  endsAt: Instant | null;
  daysLeft: number | null;
}

/** What an administrator wants to buy. */
export interface PurchaseRequestDetail {
  installationId: string;
  kind: 'new' | 'renew' | 'expand';
}

declare global {
  interface HTMLElementEventMap {
    'entitlement-changed': CustomEvent<EntitlementChangedDetail>;
    'purchase-request': CustomEvent<PurchaseRequestDetail>;
    'extra-trial-started': CustomEvent<{ installationId: string; endsAt: Instant | null }>;
  }
}
