import type { StoreTransaction } from '../../src/billing/index.js';
import type { ServerStore } from '../../src/server/store/index.js';
import { aQuery } from '../backends/local/records.js';
import { plansOf } from '../server/store/plans.js';
import { customer, orderOf } from './server-books.js';

type Call = (tx: StoreTransaction) => Promise<unknown>;

const one = aQuery({ installations: [customer(7)] });
const after = ({ createdAt, id }: { createdAt: string; id: string }) => ({ value: createdAt, id });

const CALLS: Record<string, Call> = {
  entitlement: (tx) => tx.installation(customer(7)),
  quote: (tx) => tx.policyVersion(customer(7), 1),
  "a customer's orders": (tx) => tx.findOrders(one),
  "a customer's orders, the last page": (tx) =>
    tx.findOrders({ ...one, after: after(orderOf(5007)) }),
  "a customer's orders by kind": (tx) => tx.findOrders({ ...one, kinds: ['renew'] }),
  "everybody's orders": (tx) => tx.findOrders(aQuery()),
  "everybody's orders, a page in the middle": (tx) =>
    tx.findOrders(aQuery({ after: after(orderOf(5000)) })),
  'whether an order can be refunded': (tx) => tx.standingOrders([customer(7)]),
};

/** Says how the database finds what each call needs: which index, or that it looks through a table. */
export async function printPlans(store: ServerStore): Promise<void> {
  for (const [name, call] of Object.entries(CALLS)) {
    console.log(`  how it finds: ${name}`);
    for (const plan of await plansOf(store, call)) {
      const lines = plan
        .split('\n')
        .filter((line) => /SEARCH|SCAN|TEMP B-TREE|Scan|Sort/.test(line));
      for (const line of lines) console.log(`    ${line.replace(/\(cost.*|->/g, '').trim()}`);
    }
  }
}
