import { writeCursor } from '../../src/billing/order-filter.js';
import { positionOf } from '../../src/billing/order-query.js';
import type { OrderFilter } from '../../src/contract/index.js';
import { openStore } from '../../src/server/store/index.js';
import { benchServer, type BenchServer } from './server-app.js';
import { CUSTOMERS, customer, fillBooks, orderOf } from './server-books.js';
import { benchDatabases, type DatabaseKind } from './server-databases.js';
import { printPlans } from './server-plans.js';
import { median } from './median.js';

/**
 * What a request costs with a million orders of a thousand customers, as a ratio to what it costs with ten thousand of as many. Both are asked
 * in turn through the server's Fetch handler, round after round, each round on behalf of another customer; medians count, so that a busy
 * machine slows both alike. `SEATKIT_BENCH_DATABASES=sqlite` asks one database only, `SEATKIT_BENCH_ORDERS` for another number than a million.
 */
const FEW = 10_000;
const MANY = Number(process.env.SEATKIT_BENCH_ORDERS ?? 1_000_000);
const ROUNDS = 151;
/** Of what is known to grow: it is measured, and has no goal. */
const GROWING_ROUNDS = 7;
const GOAL = 1.5;
/** Ten orders are all that a customer has where there are few. */
const ROWS = 5;
const PAGE = 50;

/** A server with so many orders. */
interface Filled extends BenchServer {
  count: number;
}

interface Question {
  name: string;
  /** What is asked in a round. */
  ask: (server: Filled, round: number) => Request;
  grows?: true;
}

type Filter = OrderFilter & { cursor?: string };

/** A page of one customer's orders. */
function ofCustomer(
  name: string,
  filter: Filter | ((whose: number) => Filter),
  grows?: true,
): Question {
  return {
    name: `a customer's orders, ${name}`,
    ask: (server, whose) =>
      server.orders({
        limit: ROWS,
        ...(typeof filter === 'function' ? filter(whose) : filter),
        installationId: customer(whose),
      }),
    ...(grows && { grows }),
  };
}

/** A page of everybody's. */
function ofAll(name: string, filter: Filter, grows?: true): Question {
  return {
    name: `everybody's orders, ${name}`,
    ask: (server) => server.orders({ limit: PAGE, ...filter }),
    ...(grows && { grows }),
  };
}

/** Where a page ended, newest first. */
function after(index: number): string {
  const sort = { by: 'createdAt', direction: 'descending' } as const;
  return writeCursor(positionOf(orderOf(index), sort.by), sort);
}

const BY_AMOUNT = { by: 'amount', direction: 'descending' } as const;
const TRAITS: Filter = { kinds: ['renew'], methods: ['wechat'] };
/** What no order is: every renewal of the books here is paid by WeChat. */
const NOTHING: Filter = { kinds: ['renew'], methods: ['bank-transfer'] };
const RANGES: Filter = {
  from: '2020-02-01T00:00:00.000Z',
  to: '2050-01-01T00:00:00.000Z',
  minAmount: 1000,
  maxAmount: 800_000,
};
const TEXT: Filter = { text: '周' };
const MANY_CUSTOMERS = 100;

const QUESTIONS: Question[] = [
  {
    name: 'entitlement',
    ask: (server, whose) => server.get(`installations/${customer(whose)}/entitlement`),
  },
  {
    name: 'quote',
    ask: (server, whose) =>
      server.get(`installations/${customer(whose)}/quote?kind=renew&cycles=${1 + (whose % 3)}`),
  },
  ofCustomer('newest first', {}),
  // Of a customer's orders the oldest five.
  ofCustomer('the last page', (whose) => ({
    cursor: after((whose % CUSTOMERS) + ROWS * CUSTOMERS),
  })),
  ofCustomer('paid', { statuses: ['paid'] }),
  ofCustomer('renewals by WeChat', TRAITS),
  ofCustomer('of a kind there is none of', NOTHING),
  ofCustomer('between two dates and amounts', RANGES),
  ofCustomer('by amount', { sort: BY_AMOUNT }),
  ofCustomer('a text', TEXT, true),
  ofAll('newest first', {}),
  {
    name: "everybody's orders, a page in the middle",
    ask: (server) => server.orders({ limit: PAGE, cursor: after(server.count / 2) }),
  },
  ofAll('paid', { statuses: ['paid'] }),
  ofAll('renewals by WeChat', TRAITS, true),
  ofAll('of a kind there is none of', NOTHING, true),
  ofAll('by amount', { sort: BY_AMOUNT }, true),
  ofAll('a text', TEXT, true),
  {
    name: `orders of ${MANY_CUSTOMERS} customers, newest first`,
    ask: (server, whose) =>
      server.orders(
        { limit: PAGE },
        Array.from({ length: MANY_CUSTOMERS }, (_, index) => customer(whose + index)),
      ),
    grows: true,
  },
];

async function timed(server: BenchServer, request: Request): Promise<number> {
  const start = performance.now();
  const response = await server.fetch(request);
  const text = await response.text();
  const took = performance.now() - start;
  if (response.status !== 200) throw new Error(`${request.url}: ${response.status} ${text}`);
  return took;
}

async function measure({ name, ask, grows }: Question, few: Filled, many: Filled) {
  const rounds = grows ? GROWING_ROUNDS : ROUNDS;
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = -2; round < rounds; round++) {
    const whose = (round + CUSTOMERS) * 7;
    for (const [key, server] of Object.entries({ few, many })) {
      const took = await timed(server, ask(server, whose));
      if (round >= 0) times[key as 'few' | 'many'].push(took);
    }
  }
  const [before, after] = [median(times.few), median(times.many)];
  // Of what was asked right after each other: a moment when the machine was busy counts for neither.
  const ratio = median(times.many.map((took, round) => took / (times.few[round] ?? NaN)));
  console.log(
    `  ${name}: ${before.toFixed(2)} ms, ${after.toFixed(2)} ms, ratio ${ratio.toFixed(2)}` +
      (grows ? '; grows, no goal' : `; goal ${GOAL}`),
  );
  return grows === true || ratio <= GOAL;
}

async function filled(url: string, count: number): Promise<Filled> {
  const start = performance.now();
  const store = await openStore({ url });
  await fillBooks(store, count);
  await store.close();
  const seconds = (performance.now() - start) / 1000;
  console.log(`  ${count} orders put in ${seconds.toFixed(0)} s`);
  return { ...benchServer(await openStore({ url })), count };
}

async function run(kind: DatabaseKind): Promise<boolean> {
  console.log(`server-scale on ${kind}: ${FEW} and ${MANY} orders of ${CUSTOMERS} customers`);
  const databases = await benchDatabases(kind);
  try {
    const few = await filled(await databases.create('few'), FEW);
    const many = await filled(await databases.create('many'), MANY);
    try {
      const good: boolean[] = [];
      for (const question of QUESTIONS) good.push(await measure(question, few, many));
      await printPlans(many.store);
      return good.every(Boolean);
    } finally {
      await Promise.all([few.close(), many.close()]);
    }
  } finally {
    await databases.remove();
  }
}

const KINDS: DatabaseKind[] = ['sqlite', 'postgres'];
const wanted = process.env.SEATKIT_BENCH_DATABASES?.split(',') ?? KINDS;
for (const kind of KINDS.filter((one) => wanted.includes(one))) {
  if (!(await run(kind))) process.exitCode = 1;
}
