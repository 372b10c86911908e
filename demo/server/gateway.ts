import {
  createSimulatedGateway,
  type Clock,
  type GatewayRefund,
  type SimulatedGateway,
} from 'seatkit/server';
import type { Keeper } from './kept.js';

/** The simulated gateway, and the hands on it. */
export interface DemoGateway extends SimulatedGateway {
  /** The payment ends without money; a transfer under way is revoked. */
  fail(number: string): Promise<void>;
  /** The money of the next `count` transfers is seen by the operator alone. */
  leaveTransfers(count: number): void;
}

/** How long a refund takes, by the world's clock. */
const REFUND_MS = 2000;

export function createDemoGateway(kept: Keeper, clock: Clock, pagesUrl: string): DemoGateway {
  const { payments } = kept;
  const simulated = createSimulatedGateway({ payments, clock, secret: 'demo', pagesUrl });
  let left = 0;

  /** Whether only the operator sees a transfer arrive, which begins now or began before. */
  function isUnseen(number: string): boolean {
    const { unseen } = kept.read();
    if (unseen.includes(number)) return true;
    if (left === 0) return false;
    left -= 1;
    kept.change({ unseen: [...unseen, number] });
    return true;
  }

  function refundAnswer(refundNumber: string): GatewayRefund {
    const refundedAt = kept.read().refunds[refundNumber];
    if (refundedAt === undefined) return { state: 'unknown' };
    return refundedAt <= clock.now() ? { state: 'succeeded', refundedAt } : { state: 'processing' };
  }

  return {
    ...simulated,
    refund({ refundNumber }) {
      const { refunds } = kept.read();
      const over = new Date(Date.parse(clock.now()) + REFUND_MS).toISOString();
      kept.change({ refunds: { [refundNumber]: over, ...refunds } });
      return Promise.resolve(refundAnswer(refundNumber));
    },
    queryRefund: (refundNumber) => Promise.resolve(refundAnswer(refundNumber)),
    async create(request) {
      const action = await simulated.create(request);
      if (action.type !== 'bank-transfer' || !isUnseen(request.number)) return action;
      const { simulationUrl: _, ...shown } = action;
      return { ...shown, confirmedBy: 'operator' };
    },
    async fail(number) {
      const payment = await payments.get(number);
      if (!payment || payment.state === 'succeeded') return;
      const underWay = payment.state === 'processing' || payment.state === 'bank-accepted';
      await payments.put({ ...payment, state: underWay ? 'revoked' : 'closed' });
    },
    leaveTransfers(count) {
      left = count;
    },
  };
}
