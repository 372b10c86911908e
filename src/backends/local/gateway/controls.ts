import type { GatewayPayment } from '../../../billing/ports.js';
import {
  current,
  makeKnown,
  setFailingRefunds,
  setTransfersLeft,
  type GatewayWorld,
} from './simulated-gateway.js';
import {
  isLeftToOperator,
  moved,
  nextTransferState,
  paymentAnswer,
  type SimulatedPayment,
} from './records.js';

/** What came of an attempt to pay a number. */
export type PayOutcome = 'paid' | 'already-paid' | 'closed' | 'unknown';

/** How money arrives at the simulated gateway. */
export interface PayOptions {
  /** `withhold`: billing is not told, until `deliver`; `twice`: it is told two times. */
  notify?: 'now' | 'withhold' | 'twice';
  /** The money arrives whatever the gateway said before: a second time, or after the payment was closed. */
  force?: boolean;
  /** Minor units that arrive; what was asked for when absent. */
  amount?: number;
}

/** The hands on the simulated gateway. Numbers are those of payment attempts. */
export interface GatewayControls {
  pay(number: string, options?: PayOptions): Promise<PayOutcome>;
  /** The payment ends without money. A transfer under way becomes `revoked`, any other `closed`. */
  fail(number: string): Promise<void>;
  /** A bank transfer takes its next state: created → processing → bank-accepted → succeeded, which one left to the operator never takes. */
  advanceTransfer(number: string): Promise<void>;
  /** Tells billing how a payment stands, whether or not it was told; or an older state, as if the word came late. */
  deliver(
    number: string,
    state?: Exclude<GatewayPayment['state'], 'unknown' | 'succeeded'>,
  ): Promise<void>;
  /** The next `count` refunds fail. */
  failRefunds(count: number): Promise<void>;
  /** The money of the next `count` bank transfers is seen by the operator alone, who has to confirm it. */
  leaveTransfers(count: number): Promise<void>;
  /** The wallet of this user is known from now on. */
  authorize(payerId: string): Promise<void>;
}

/** @throws RangeError from all but `pay` for a number the gateway does not know */
export function createGatewayControls(world: GatewayWorld): GatewayControls {
  const { database, clock, token } = world;

  const tell = (number: string, payment: GatewayPayment): Promise<void> =>
    world.tell({ type: 'payment', number, payment });

  /** Changes a payment and tells of it. */
  async function change(
    number: string,
    how: (payment: SimulatedPayment) => SimulatedPayment,
  ): Promise<void> {
    const payment = await database.transaction('write', async (tables) => {
      const before = await current(tables, number, world);
      if (!before) throw new RangeError(`no payment ${number}`);
      const after = how(before);
      await tables.payments.put(after);
      return after;
    });
    await tell(number, paymentAnswer(payment));
  }

  return {
    async pay(number, { notify = 'now', force = false, amount } = {}) {
      const transactionId = `simulated-${token()}`;
      const [outcome, payment] = await database.transaction('write', async (tables) => {
        const before = await current(tables, number, world);
        if (!before) return ['unknown', null] as const;
        if (before.state === 'succeeded' && !force) return ['already-paid', null] as const;
        if ((before.state === 'closed' || before.state === 'revoked') && !force)
          return ['closed', null] as const;
        const after = moved(before, 'succeeded', clock.now(), transactionId, amount);
        await tables.payments.put(after);
        return ['paid', after] as const;
      });
      if (payment && notify !== 'withhold') {
        const answer = paymentAnswer(payment, transactionId);
        await tell(number, answer);
        if (notify === 'twice') await tell(number, answer);
      }
      return outcome;
    },

    fail: (number) =>
      change(number, (payment) => {
        if (payment.state === 'succeeded') return payment;
        const under = payment.state === 'processing' || payment.state === 'bank-accepted';
        return moved(payment, under ? 'revoked' : 'closed', clock.now(), '');
      }),

    advanceTransfer: (number) =>
      change(number, (payment) => {
        const next = nextTransferState(payment.state);
        const unseen = next === 'succeeded' && isLeftToOperator(payment);
        return next === null || unseen
          ? payment
          : moved(payment, next, clock.now(), `simulated-${token()}`);
      }),

    async deliver(number, state) {
      const payment = await database.transaction('read', (tables) =>
        current(tables, number, world),
      );
      if (!payment) throw new RangeError(`no payment ${number}`);
      await tell(number, state ? { state } : paymentAnswer(payment));
    },

    failRefunds: (count) =>
      database.transaction('write', (tables) => setFailingRefunds(tables, count)),
    leaveTransfers: (count) =>
      database.transaction('write', (tables) => setTransfersLeft(tables, count)),
    authorize: (payerId) => database.transaction('write', (tables) => makeKnown(tables, payerId)),
  };
}
