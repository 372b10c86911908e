import type {
  EndNotice,
  EntitlementState,
  Instant,
  OrderKind,
  OverLimitNotice,
} from '../domain/index.js';

/** What a notice tells whoever it is for. */
export type NoticeContent = (Omit<EndNotice, 'key'> | Omit<OverLimitNotice, 'key'>) & {
  appName: string;
};

/** What each event tells, by its type. Nothing in it names or describes a person. */
export interface BillingEventData {
  /** An order was paid, or settled by credit: its time is granted. */
  'order.paid': {
    installationId: string;
    orderId: string;
    kind: OrderKind;
    /** The total after it. */
    seats: number;
    /** Minor units: what was to pay. */
    amount: number;
    currency: string;
    paidAt: Instant;
  };
  /** An order's money went back, and its time with it. */
  'order.refunded': {
    installationId: string;
    orderId: string;
    /** Minor units: the whole of what was paid. */
    amount: number;
    currency: string;
    refundedAt: Instant;
  };
  /** An installation stands otherwise than was told last (SPEC §6). The one with the highest `sequence` counts, in whatever order they come. */
  'entitlement.changed': {
    installationId: string;
    /** 1, 2, 3 … for each installation. */
    sequence: number;
    state: EntitlementState;
    blocked: boolean;
    seats: number | null;
    endsAt: Instant | null;
  };
  /** The administrators of an installation are to be told (SPEC §6 "Notices"). */
  'notice.due': NoticeContent & { installationId: string };
}

export type BillingEventType = keyof BillingEventData;

/** Something that happened, as it is told to whoever listens: the body of a webhook, by the Standard Webhooks scheme. */
export type BillingEvent = {
  [Type in BillingEventType]: {
    type: Type;
    /** When billing saw it happen; the same however late it is delivered. */
    timestamp: Instant;
    data: BillingEventData[Type];
  };
}[BillingEventType];
