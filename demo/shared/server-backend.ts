import {
  createHttpBackend,
  type BillingBackend,
  type Change,
  type Principal,
  type Role,
} from 'seatkit/backend';
import { faultyFetch } from './faulty-fetch.js';
import { HANDS_PATH, type DemoBackend, type DemoSimulation, type Hands } from './hands.js';
import { words } from './words.js';

const API = new URL('/api', location.href).href;
/** Of a token's hour; then it is asked for again. */
const TOKEN_MS = 50 * 60_000;

/** Somebody who watches, whoever the page asks as. */
interface Watching {
  id: string | null;
  listener: (change: Change) => void;
  stop: () => void;
}

/** The demo's server as somebody sees it, and the hands on its world. */
export async function openServerBackend(principal: Principal): Promise<DemoBackend> {
  const watching = new Set<Watching>();
  let backend = backendFor(principal, faultyFetch);
  let offset = 0;

  async function readClock(): Promise<void> {
    offset = Date.parse(await callHand('now')) - Date.now();
  }

  /** Whoever hears of a change finds the time right, which may be what has changed. */
  function watch(entry: Watching): void {
    entry.stop = backend.watch(entry.id, (change) => {
      void readClock().then(() => entry.listener(change));
    });
  }

  function tellAll(): void {
    for (const { id, listener } of watching) listener({ installationId: id });
  }

  /** A move of the clock by this page shows at once, whether or not its stream of changes works. */
  async function move(moving: Promise<void>): Promise<void> {
    await moving;
    await readClock();
    tellAll();
  }

  const simulation: DemoSimulation = {
    setSession(session) {
      backend = backendFor(session, faultyFetch);
      for (const entry of watching) {
        entry.stop();
        watch(entry);
      }
      tellAll();
    },
    as: (role) => backendFor(role, (...given) => fetch(...given)),
    clock: {
      now: () => new Date(Date.now() + offset).toISOString(),
      set: (instant) => move(callHand('setClock', instant)),
      advance: (by) => move(callHand('advanceClock', by)),
      reset: () => move(callHand('resetClock')),
    },
    gateway: {
      pay: (number) => callHand('pay', number),
      advanceTransfer: (number) => callHand('pay', number),
      fail: (number) => callHand('fail', number),
      leaveTransfers: (count) => callHand('leaveTransfers', count),
    },
    installations: {
      facts: (id) => callHand('facts', id),
      update: (id, facts) => callHand('update', id, facts),
      reportSeats: (id, seatsInUse) => callHand('reportSeats', id, seatsInUse),
    },
    notices: () => callHand('notices'),
    reset: () => callHand('reset'),
  };

  await readClock();
  const own = {
    simulation,
    watch(id: string | null, listener: Watching['listener']) {
      const entry: Watching = { id, listener, stop: () => undefined };
      watching.add(entry);
      watch(entry);
      return () => {
        watching.delete(entry);
        entry.stop();
      };
    },
  };
  // Every other call goes to whoever the page asks as at that moment.
  return new Proxy(own as DemoBackend, {
    get: (_, name: keyof DemoBackend) =>
      name === 'simulation' || name === 'watch' ? own[name] : backend[name],
  });
}

/** The contract over HTTP, on behalf of somebody. */
function backendFor(session: Principal | Role, fetch: typeof globalThis.fetch): BillingBackend {
  const [role, userName] =
    typeof session === 'string'
      ? [session, words().people[session]]
      : [session.role, session.userName];
  let token: Promise<string> | null = null;
  let askedAt = 0;
  return createHttpBackend({
    url: API,
    fetch,
    token() {
      if (token === null || Date.now() - askedAt > TOKEN_MS) {
        askedAt = Date.now();
        token = callHand('token', role, userName);
        token.catch(() => (token = null));
      }
      return token;
    },
  });
}

async function callHand<Name extends keyof Hands>(
  name: Name,
  ...given: Parameters<Hands[Name]>
): Promise<Awaited<ReturnType<Hands[Name]>>> {
  const response = await fetch(new URL(HANDS_PATH + name, location.href), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(given),
  });
  if (!response.ok) throw new Error(`The demo's server answered ${response.status} to ${name}`);
  return (await response.json()) as Awaited<ReturnType<Hands[Name]>>;
}
