import { createSimulatedGateway, type Clock, type SimulatedGateway } from 'seatkit/server';
import type { Keeper } from './kept.js';

/** The simulated gateway, and the hands on it. */
export interface DemoGateway extends SimulatedGateway {
  /** The payment ends without money; a transfer under way is revoked. */
  fail(number: string): Promise<void>;
  /** The money of the next `count` transfers is seen by the operator alone. */
  leaveTransfers(count: number): void;
}

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

  return {
    ...simulated,
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
