import type {
  BillingBackend,
  LocalBackend,
  PlatformFacts,
  Role,
  SentNotice,
} from 'seatkit/backend';

type Simulation = LocalBackend['simulation'];

/** What the demo does to its world, in the page or on the server. */
export interface DemoSimulation {
  /** Puts somebody else before the page. */
  setSession: Simulation['setSession'];
  as(role: Role): BillingBackend;
  clock: Pick<Simulation['clock'], 'now' | 'set' | 'advance' | 'reset'>;
  gateway: Pick<Simulation['gateway'], 'fail' | 'advanceTransfer' | 'leaveTransfers'> & {
    pay(number: string): Promise<unknown>;
  };
  installations: Pick<Simulation['installations'], 'facts' | 'update' | 'reportSeats'>;
  notices: Simulation['notices'];
  reset: Simulation['reset'];
}

/** A backend, and the hands on the world behind it. */
export interface DemoBackend extends BillingBackend {
  readonly simulation: DemoSimulation;
}

/** The hands on the world of the demo's server, one request each. */
export interface Hands {
  now(): Promise<string>;
  setClock(instant: string): Promise<void>;
  advanceClock(by: { days?: number; ms?: number }): Promise<void>;
  resetClock(): Promise<void>;
  /** The payment succeeds; of a transfer, its next state. */
  pay(number: string): Promise<void>;
  fail(number: string): Promise<void>;
  leaveTransfers(count: number): Promise<void>;
  facts(id: string): Promise<PlatformFacts | null>;
  update(id: string, facts: Partial<PlatformFacts>): Promise<void>;
  reportSeats(id: string, seatsInUse: number | null): Promise<void>;
  notices(): Promise<SentNotice[]>;
  /** A token with which the page asks as somebody with this role. */
  token(role: Role, userName: string): Promise<string>;
  reset(): Promise<void>;
}

/** Where the hands are, one path for each. */
export const HANDS_PATH = '/demo-hands/';
