import type { Order, PaymentAction } from '../../src/contract/index.js';
import type { Quote, QuoteRequest } from '../../src/domain/index.js';
import { toQuery } from '../../src/schemas/query.js';
import { checkBooks, openStore } from '../../src/server/index.js';
import { POLICY } from '../../src/testing/scene.js';
import { median, quantile } from './median.js';
import { benchClient, type BenchClient } from './server-client.js';
import { benchDatabases, type DatabaseKind } from './server-databases.js';
import { startServer } from './server-process.js';

/**
 * What one `seatkit-server` does on this machine, asked by another process over loopback, on either database: how often in a second, and how
 * long the slowest hundredth takes, as ratios to a route that does nothing. Each kind of work runs in short turns, one kind after the other,
 * and the median turn counts. Afterwards the books are looked at.
 *
 * `SEATKIT_BENCH_DATABASES=postgres` asks one database only; `SEATKIT_BENCH_NODE_FLAGS=--cpu-prof` are the server's.
 */
const CALLERS = 16;
const TURNS = 5;
const TURN_MS = 500;
/** Of each caller, one after the other, so that paid time does not grow long. */
const INSTALLATIONS = 16;
const SECRET = 'a-secret-of-32-or-more-characters';
const FACTS = {
  appName: '考勤助手',
  providerName: '云服科技',
  customerName: '甲公司',
  contacts: ['王管理'],
  merchantAccountOpened: true,
  customerAuthorized: true,
  seatsInUse: null,
};

/** One caller's installations; the next one each time. */
type Next = () => { id: string; request: QuoteRequest; bought: () => void };

interface Work {
  name: string;
  run(client: BenchClient, next: Next): Promise<unknown>;
}

const quote = (client: BenchClient, id: string, request: QuoteRequest) =>
  client.call<Quote>(
    'administrator',
    'GET',
    `installations/${id}/quote?${toQuery(request).toString()}`,
  );

async function order(client: BenchClient, id: string, request: QuoteRequest): Promise<Order> {
  const body = { request, quote: await quote(client, id, request), acceptForfeit: false };
  return client.call('administrator', 'POST', `installations/${id}/orders`, body);
}

const WORK: Work[] = [
  {
    name: 'entitlement',
    run: (client, next) => client.call('member', 'GET', `installations/${next().id}/entitlement`),
  },
  {
    name: 'quote',
    run(client, next) {
      const { id, request } = next();
      return quote(client, id, request);
    },
  },
  {
    name: "a customer's orders",
    run: (client, next) =>
      client.call('administrator', 'GET', `orders?installationId=${next().id}&limit=20`),
  },
  {
    name: 'order quoted, made and cancelled (3 requests)',
    async run(client, next) {
      const { id, request } = next();
      const made = await order(client, id, request);
      await client.call('administrator', 'POST', `orders/${made.id}/cancel`, {});
    },
  },
  {
    name: 'order quoted, made and paid (4 requests)',
    async run(client, next) {
      const { id, request, bought } = next();
      const made = await order(client, id, request);
      const how = { method: 'wechat', environment: 'desktop' };
      const path = `orders/${made.id}/payments`;
      const action = await client.call<PaymentAction>('administrator', 'POST', path, how);
      if (action.type !== 'qr' || action.simulationUrl === undefined)
        throw new Error('There is no page to pay on');
      const page = new URL(action.simulationUrl);
      await client.text('POST', page.pathname + page.search);
      bought();
    },
  },
];

interface Turn {
  perSecond: number;
  /** Milliseconds of each run. */
  took: number[];
}

/** Everybody does one thing over and over for a while. */
async function turn(
  callers: readonly Next[],
  run: (next: Next) => Promise<unknown>,
): Promise<Turn> {
  const took: number[] = [];
  const start = performance.now();
  await Promise.all(
    callers.map(async (next) => {
      while (performance.now() - start < TURN_MS) {
        const began = performance.now();
        await run(next);
        took.push(performance.now() - began);
      }
    }),
  );
  return { perSecond: (took.length * 1000) / (performance.now() - start), took };
}

async function launched(client: BenchClient, id: string): Promise<void> {
  await client.call('operator', 'POST', 'installations', { id, ...FACTS });
  const policy = { policy: POLICY, baseVersion: null };
  await client.call('provider', 'POST', `installations/${id}/policies`, policy);
  await client.call('provider', 'POST', `installations/${id}/submit`, {});
  await client.call('provider', 'POST', `installations/${id}/launch`, {});
}

async function callersOf(client: BenchClient): Promise<Next[]> {
  return Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      const theirs: { id: string; request: QuoteRequest; bought: () => void }[] = [];
      for (let count = 0; count < INSTALLATIONS; count++) {
        const one = {
          id: `installation-${caller}-${count}`,
          request: { kind: 'new', seats: 10, cycles: 1 } as QuoteRequest,
          bought: () => void (one.request = { kind: 'renew', cycles: 1 }),
        };
        await launched(client, one.id);
        theirs.push(one);
      }
      let index = 0;
      return () => theirs[index++ % theirs.length]!;
    }),
  );
}

function summed(turns: readonly Turn[]): { perSecond: number; slowest: number } {
  return {
    perSecond: median(turns.map(({ perSecond }) => perSecond)),
    slowest: quantile(
      turns.flatMap(({ took }) => took),
      0.99,
    ),
  };
}

async function load(url: string): Promise<void> {
  const client = benchClient(url, SECRET, CALLERS);
  const empty: Work = { name: 'nothing', run: () => client.text('GET', '/healthz') };
  const all = [empty, ...WORK];
  const turns = new Map(all.map(({ name }) => [name, [] as Turn[]]));
  try {
    const callers = await callersOf(client);
    for (const { run } of all) await turn(callers.slice(0, 2), (next) => run(client, next));
    for (let count = 0; count < TURNS; count++) {
      for (const { name, run } of all)
        turns.get(name)?.push(await turn(callers, (next) => run(client, next)));
    }
  } finally {
    client.close();
  }
  const least = summed(turns.get(empty.name) ?? []);
  for (const [name, done] of turns) {
    const { perSecond, slowest } = summed(done);
    console.log(
      `  ${name}: ${perSecond.toFixed(0)}/s (${(perSecond / least.perSecond).toFixed(3)} of nothing), ` +
        `99th percentile ${slowest.toFixed(1)} ms (${(slowest / least.slowest).toFixed(1)} of nothing)`,
    );
  }
}

async function run(kind: DatabaseKind): Promise<boolean> {
  console.log(`server-load on ${kind}: ${CALLERS} callers at a time`);
  const databases = await benchDatabases(kind);
  try {
    const url = await databases.create('load');
    const server = await startServer({
      DATABASE_URL: url,
      HOST_TOKEN_SECRETS: SECRET,
      RATE_PER_SECOND: '100000',
      RATE_BURST: '1000000',
      PUBLIC_URL: 'http://127.0.0.1:1',
    });
    try {
      await load(server.url);
    } finally {
      await server.stop();
    }
    const store = await openStore({ url });
    const faults = await checkBooks(store).finally(() => store.close());
    console.log(`  the books have ${faults.length} disagreements`);
    return faults.length === 0;
  } finally {
    await databases.remove();
  }
}

const KINDS: DatabaseKind[] = ['sqlite', 'postgres'];
const wanted = process.env.SEATKIT_BENCH_DATABASES?.split(',') ?? KINDS;
for (const kind of KINDS.filter((one) => wanted.includes(one))) {
  if (!(await run(kind))) process.exitCode = 1;
}
