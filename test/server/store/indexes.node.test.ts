import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreTransaction } from '../../../src/billing/index.js';
import { openStore, type ServerStore } from '../../../src/server/store/index.js';
import type { Schema } from '../../../src/server/store/schema.js';
import { anOrder, aQuery, NOON } from '../../backends/local/records.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { plansOf } from './plans.js';

type Call = (tx: StoreTransaction) => Promise<unknown>;

const after = { value: NOON, id: 'o1' };
const one = aQuery({ installations: ['i1'] });

/** What must be found without looking through a table, whatever it holds. */
const LOOKS: Record<string, Call> = {
  'the first page of a customer': (tx) => tx.findOrders(one),
  'a later page of a customer': (tx) => tx.findOrders({ ...one, after }),
  'the first page of all': (tx) => tx.findOrders(aQuery()),
  'a later page of all': (tx) => tx.findOrders(aQuery({ after })),
  'an order': (tx) => tx.order('o1'),
  'the order of a payment': (tx) => tx.orderByPaymentNumber('P1'),
  'standing orders': (tx) => tx.standingOrders(['i1', 'i2']),
  'an idempotency key': (tx) => tx.idempotencyRecord('i1', 'create-order', 'k'),
  'due jobs': (tx) => tx.claimJobs({ now: NOON, until: NOON, limit: 20 }),
  'the next job': (tx) => tx.nextJobDueAt(),
  'a job': (tx) => tx.job('lapse:o1'),
  'the record of who did what': (tx) => tx.auditEntries('i1'),
  'an installation': (tx) => tx.installation('i1'),
  'a policy': (tx) => tx.policyVersion('i1', 1),
  'dead letters': (tx) => tx.deadLetters(10),
};

/** Only the sums of every installation are looked through: some for each, however many orders it has. */
const SMALL = 'order_sums';

const databases = testDatabases();

describe.each(DATABASE_KINDS)('%s finds by an index', (kind) => {
  let store: ServerStore;
  beforeAll(async () => {
    store = await openStore({ url: await databases.create(kind) });
    await store.transaction('write', async (tx) => {
      await tx.putOrder(anOrder({ status: 'paid', paidAt: NOON }));
    });
  });
  afterAll(() => store.close());

  it.each(Object.entries(LOOKS))('%s', async (_name, call) => {
    const wanted = (statement: string) => !statement.includes(SMALL);
    const plans = await plansOf(store, call, wanted, kind === 'postgres' ? minding : undefined);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(slow(kind));
  });
});

/**
 * A table looked through from end to end, or a list sorted that an index could have given in order. SQLite calls it a scan too when it takes
 * the first few entries of an index in their order, or the list that it was given.
 */
function slow(kind: 'sqlite' | 'postgres'): RegExp {
  return kind === 'sqlite'
    ? /SCAN (?!(json_each|listed) VIRTUAL|\w+ USING (COVERING )?INDEX (jobs_due|dead_letters_by_death|orders_of_all))|TEMP B-TREE FOR ORDER/
    : /Seq Scan on|\bSort\b/;
}

/** With so few rows the planner would not bother. */
async function minding(db: Kysely<Schema>): Promise<void> {
  await sql`set enable_seqscan = off`.execute(db);
  await sql`set enable_sort = off`.execute(db);
  await sql`set enable_bitmapscan = off`.execute(db);
}
