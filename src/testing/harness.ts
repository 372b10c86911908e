import type { BillingBackend, Role } from '../contract/index.js';
import type { Instant, PaymentState } from '../domain/index.js';

/** Facts of a new installation that only its host can know. Absent ones are as a sale needs them. */
export interface NewInstallation {
  /** 商户号开通; true when absent. */
  merchantAccountOpened?: boolean;
  /** true when absent. */
  customerAuthorized?: boolean;
  /** Reported by the host; not reported when absent. */
  seatsInUse?: number;
}

/** What a host's own payment tests let it do. Numbers are those of payment attempts. */
export interface HarnessGateway {
  /**
   * Money arrives. `silent`: the backend is not told. `force`: it arrives although the payment was closed, or once more although it
   * was paid. `amount`: so many minor units arrive, not what was asked for.
   */
  pay(number: string, how?: { silent?: boolean; force?: boolean; amount?: number }): Promise<void>;
  /** The gateway tells again how a payment stands; or, late, how it stood before. */
  repeat(number: string, state?: Exclude<PaymentState, 'creating' | 'succeeded'>): Promise<void>;
  /** A bank transfer takes its next state: created → processing → bank-accepted → succeeded. It takes none by itself. */
  advanceTransfer(number: string): Promise<void>;
  /** The money of the next bank transfer is seen by the operator alone: its action says `confirmedBy: 'operator'`. */
  leaveNextTransfer(): Promise<void>;
  /** The next refund fails at the gateway. */
  failNextRefund(): Promise<void>;
  /** The wallet of the administrator is known from now on, and not before. */
  authorizePayer(): Promise<void>;
}

/**
 * What the contract checks need of a backend under test. Each check makes its own installations, so all of them may share one backend;
 * instants only ever move forward.
 */
export interface ContractHarness {
  /** Makes an installation without a policy and gives its id. */
  newInstallation(facts?: NewInstallation): Promise<string>;
  /**
   * The backend as someone of that role sees it: every installation made here, or only the one named. The same role is the same
   * person.
   */
  backendFor(role: Role, installationId?: string): BillingBackend;
  clock: {
    /** The backend's own clock, which stands still between moves, or nearly so. */
    now(): Promise<Instant>;
    /** Moves it on. When the promise resolves, what fell due meanwhile has been done. */
    advance(by: { days?: number; ms?: number }): Promise<void>;
  };
  /** Does what is due now, such as a refund at the gateway. */
  work(): Promise<void>;
  gateway: HarnessGateway;
}

/** One check: resolves when the backend keeps the rule, else rejects with an error that says what it did instead. */
export type ContractCheck = (
  makeHarness: () => ContractHarness | Promise<ContractHarness>,
) => Promise<void>;
