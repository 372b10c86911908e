import type { PlatformFacts, Principal } from '../../billing/index.js';
import type { BillingBackend, Role } from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import type { Faults } from './boundary.js';
import type { ClockStep } from './clock.js';
import type { GatewayControls, PayOutcome } from './gateway/controls.js';
import type { SentNotice } from './inbox.js';

/** What came of a payment link that this page was opened with, or moved to. */
export interface PayLinkAnswer {
  number: string;
  outcome: PayOutcome;
}

/** The clock of a local backend. A move does on its way what falls due, each thing at its own instant. */
export interface SimulationClock {
  now(): Instant;
  set(instant: Instant): Promise<void>;
  /** Forward by whole days of 86 400 000 ms and milliseconds, together; negative goes back. */
  advance(by: ClockStep): Promise<void>;
  /** Back to the device's time, or to where the host's own clock began. */
  reset(): Promise<void>;
  /** Calls `listener` after every move, by whichever tab. Returns a function that stops it. */
  onMove(listener: () => void): () => void;
}

/** Installations as whoever hosts the backend makes and changes them. */
export interface SimulationInstallations {
  /** What is not given is filled in; merchant account and authorisation are there unless said otherwise. */
  create(id: string, facts?: Partial<PlatformFacts>): Promise<void>;
  /** Changes what is given. @throws BackendError `not-found` */
  update(id: string, facts: Partial<PlatformFacts>): Promise<void>;
  /** Reports how many seats are in use, null for no report, as the app would. @throws BackendError `not-found`, `invalid` */
  reportSeats(id: string, seatsInUse: number | null): Promise<void>;
  /** null where there is none. */
  facts(id: string): Promise<PlatformFacts | null>;
}

/** The hands on a local backend: time, money, faults and who is asking. For demos, stories and tests. */
export interface Simulation {
  /** Who asks from now on; whoever watches is told. */
  setSession(session: Role | Principal): void;
  session(): Principal;
  /** The same world as someone else sees it, without latency and faults. */
  as(session: Role | Principal): BillingBackend;
  clock: SimulationClock;
  gateway: GatewayControls;
  installations: SimulationInstallations;
  /** The notices sent so far, oldest first. */
  notices(): Promise<SentNotice[]>;
  /** Milliseconds of real time before every answer. */
  setLatency(ms: number): void;
  latency(): number;
  /** What goes wrong with which call from now on; `{}` for nothing. */
  setFaults(faults: Faults): void;
  faults(): Faults;
  /** Does what is due now. The backend does so by itself soon after; a test need not wait. */
  work(): Promise<void>;
  /** Forgets everything, time included; a seed fills the store anew. */
  reset(): Promise<void>;
  /**
   * Hears what came of the payment link of this page, also when it is known already. Returns a function that stops it.
   * A link is a page's address with the hash `#seatkit-pay=<number>`.
   */
  onPayLink(listener: (answer: PayLinkAnswer) => void): () => void;
  /** Resolves when the store is open and filled. @throws BackendError `unavailable` */
  ready(): Promise<void>;
  /** Lets go of timers, tabs and the store. */
  close(): Promise<void>;
}
