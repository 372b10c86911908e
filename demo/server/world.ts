import { join } from 'node:path';
import {
  authenticateHostToken,
  createHostToken,
  createServer,
  jsonLog,
  openStore,
  startWorker,
  type Worker,
} from 'seatkit/server';
import type { Hands } from '../shared/hands.js';
import { CUSTOMERS, seed } from '../shared/seed.js';
import { createDemoClock } from './clock.js';
import { createDemoGateway } from './gateway.js';
import { keepIn } from './kept.js';

/** Where the contract and the pages that pay are served, beside the demo's own pages. */
export const API_PATH = '/api';
const GATEWAY_PATH = `${API_PATH}/simulated-gateway`;

export interface WorldOptions {
  /** Where the database and what stands beside it are kept. */
  folder: string;
  /** Of the pages, such as `http://localhost:5173`. */
  origin: string;
  /** An instant at which the clock stands still but for moves; the device's clock when absent. */
  stillAt: string | undefined;
}

/** A server with a clock that can be moved and a gateway that moves no money. */
export interface World {
  fetch(request: Request): Promise<Response>;
  hands: Omit<Hands, 'reset'>;
  close(): Promise<void>;
}

/** What goes wrong is said in the terminal; that pages ask is not. */
const log = { ...jsonLog(process.stderr), info: () => undefined };

/** Whoever reaches the demo may be anybody in it. */
const SECRET = 'the demo is open to everybody who sees it';

const DAY_MS = 86_400_000;
const TOKEN_MS = 3_600_000;
/** More things falling due on the way of one move than this are done at its end. */
const STEPS = 1000;

/** Opens the world in a folder; an empty one is filled by living through the demo's history. */
export async function openWorld({ folder, origin, stillAt }: WorldOptions): Promise<World> {
  const kept = keepIn(folder);
  const clock = createDemoClock(kept, stillAt);
  const gateway = createDemoGateway(kept, clock, origin + GATEWAY_PATH);
  const store = await openStore({ url: join(folder, 'seatkit.db') });
  let worker: Worker | null = null;
  const wake = (): void => worker?.wake();

  const server = createServer({
    store,
    gateway,
    clock,
    basePath: API_PATH,
    authenticate: authenticateHostToken({ secrets: [SECRET] }),
    notifier: {
      send(notice) {
        kept.change({ notices: [...kept.read().notices, { ...notice, sentAt: clock.now() }] });
        return Promise.resolve();
      },
    },
    // One person's many tabs share one name.
    limits: { requestsPerSecond: 1000, burst: 5000, streams: 1000 },
    log,
    onWork: wake,
  });
  const { billing } = server;

  /** On to an instant, each thing that falls due on the way at its own; or back, at once. */
  async function moveTo(ms: number): Promise<void> {
    for (let steps = 0; steps < STEPS; steps++) {
      const due = await workNow();
      if (due === null || Date.parse(due) > ms) break;
      clock.set(Date.parse(due));
    }
    clock.set(ms);
    await workNow();
  }

  async function workNow(): Promise<string | null> {
    for (;;) {
      const due = await billing.work();
      if (due === null || due > clock.now()) return due;
    }
  }

  /** A move of the clock may change everything for everybody: they are told as of any other change. */
  async function move(ms: number): Promise<void> {
    await moveTo(ms);
    for (const { id } of CUSTOMERS) {
      await store.transaction('write', async (tx) => {
        const installation = await tx.lockInstallation(id);
        if (installation) await tx.putInstallation(installation);
      });
    }
    wake();
  }

  async function tellOf(number: string): Promise<void> {
    const payment = await gateway.query(number);
    await billing.handleNotification({ type: 'payment', number, payment });
    wake();
  }

  const hands: World['hands'] = {
    now: () => Promise.resolve(clock.now()),
    setClock: (instant) => move(Date.parse(instant)),
    advanceClock: ({ days = 0, ms = 0 }) => move(clock.nowMs() + days * DAY_MS + ms),
    resetClock: () => move(clock.unmovedMs()),
    async pay(number) {
      await gateway.advance(number);
      await tellOf(number);
    },
    async fail(number) {
      await gateway.fail(number);
      await tellOf(number);
    },
    leaveTransfers(count) {
      gateway.leaveTransfers(count);
      return Promise.resolve();
    },
    async facts(id) {
      const found = await billing.installations.get(id);
      if (!found) return null;
      const { appName, providerName, customerName, contacts, subscription } = found;
      const { merchantAccountOpened, customerAuthorized } = found;
      const names = { appName, providerName, customerName, contacts };
      const { seatsInUse = null } = subscription;
      return { ...names, merchantAccountOpened, customerAuthorized, seatsInUse };
    },
    async update(id, facts) {
      await billing.installations.setPlatformFacts(id, facts);
      wake();
    },
    async reportSeats(id, seatsInUse) {
      await billing.installations.reportSeats(id, seatsInUse);
      wake();
    },
    notices: () => Promise.resolve([...kept.read().notices]),
    token(role, userName) {
      const expiresAt = new Date(Date.now() + TOKEN_MS).toISOString();
      const visitor = { role, userId: `demo-${role}`, userName, installations: 'all' } as const;
      return Promise.resolve(createHostToken({ ...visitor, expiresAt }, { secret: SECRET }));
    },
  };

  if (!kept.read().seeded) {
    const { installations } = billing;
    await clock.still(() =>
      seed({
        as: (principal) => billing.as(principal),
        clock: { now: () => clock.now(), set: (instant) => moveTo(Date.parse(instant)) },
        gateway: { pay: hands.pay },
        installations: {
          reportSeats: hands.reportSeats,
          create: (id, facts) =>
            installations.create(id, {
              merchantAccountOpened: true,
              customerAuthorized: true,
              seatsInUse: null,
              ...facts,
            }),
        },
      }),
    );
    kept.change({ seeded: true, offset: 0 });
  }

  const running = startWorker({ billing, log, clock });
  worker = running;
  const pages = gateway.pages(billing);
  return {
    hands,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(`${GATEWAY_PATH}/`)) return server.fetch(request);
      const answer = await pages(request);
      wake();
      return answer;
    },
    async close() {
      await Promise.all([server.close(), running.stop()]);
      await store.close();
    },
  };
}
