import type { BillingCalls } from '../../billing/index.js';
import type { CallOptions } from '../../contract/index.js';
import { copyIn, type CallName } from './boundary.js';

/** How many arguments a call takes before its options. */
const ARGUMENTS: Readonly<Record<CallName, number>> = {
  session: 0,
  installation: 1,
  policy: 1,
  policyVersions: 1,
  publishPolicy: 2,
  submit: 1,
  launch: 1,
  entitlement: 1,
  startExtraTrial: 2,
  quote: 2,
  createOrder: 2,
  cancelOrder: 1,
  lowerPrice: 2,
  startPayment: 2,
  confirmTransfer: 2,
  order: 1,
  orders: 2,
  requestRefund: 2,
  decideRefund: 2,
  requestInvoice: 2,
  markInvoice: 2,
  fileComplaint: 2,
  answerComplaint: 2,
};

/** How a call gets to billing and its answer back. */
export type Carry = (
  name: CallName,
  options: CallOptions | undefined,
  run: (calls: BillingCalls) => Promise<unknown>,
) => Promise<unknown>;

/** The calls of the contract, each carried by `carry` with arguments that are copies. */
export function callsCarriedBy(carry: Carry): BillingCalls {
  const calls = Object.entries(ARGUMENTS).map(([name, count]) => {
    const call = async (...given: unknown[]): Promise<unknown> => {
      const own = copyIn(given.slice(0, count));
      const options = given[count] as CallOptions | undefined;
      return carry(name as CallName, options, (billing) =>
        (billing[name as CallName] as (...own: unknown[]) => Promise<unknown>)(...own),
      );
    };
    return [name, call] as const;
  });
  return Object.fromEntries(calls) as unknown as BillingCalls;
}
