import { createBilling, type Billing } from '../../billing/index.js';
import type { Change } from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import { createShiftedClock, toInstant, toMs, type SettableClock } from './clock.js';
import { createGatewayControls, type GatewayControls } from './gateway/controls.js';
import { payLink } from './gateway/links.js';
import {
  createSimulatedGateway,
  nextGatewayChange,
  passTime,
  type GatewayWorld,
} from './gateway/simulated-gateway.js';
import { createIds } from './ids.js';
import { createInbox, type SentNotice } from './inbox.js';
import type { LocalBackendOptions } from './options.js';
import { cryptoRandom, seededRandom } from './random.js';
import { createIndexedDbDatabase } from './store/indexeddb-database.js';
import { createLocalStore } from './store/local-store.js';
import { createMemoryDatabase } from './store/memory-database.js';
import { TABLE_NAMES } from './store/schema.js';
import { openTabChannel } from './tab-channel.js';
import { createWake } from './wake.js';
import { createWatchers, type Watchers } from './watchers.js';

/** What the tabs of one world tell each other. */
type Message = { type: 'changed'; changes: Change[] } | { type: 'moved'; offset: number };

/** Everything that runs behind the calls: one world of billing, gateway and time. */
export interface Engine {
  billing: Billing;
  /** The hands on the gateway, once `gate` lets them. */
  gateway(gate: () => Promise<void>): GatewayControls;
  clock: SettableClock;
  watchers: Watchers;
  sentNotices(): Promise<SentNotice[]>;
  /** Does what is due now; when the next thing is due. */
  work(): Promise<Instant | null>;
  /** Moves the clock on, doing on the way what falls due at its own instant; or back, at once. */
  moveTo(ms: number): Promise<void>;
  /** Back to the device's time, or to where the host's clock began. */
  resetClock(): Promise<void>;
  /** Empties the store. */
  clear(): Promise<void>;
  /** Loads the world, and fills an empty one. */
  begin(seed: (() => Promise<void>) | undefined): Promise<void>;
  close(): Promise<void>;
}

/** More things falling due on the way than this are done at the end of a move. */
const STEPS = 1000;
/** Rounds of work that makes more work due. */
const ROUNDS = 100;
/** How long after a failure the background work is tried again. */
const RETRY_MS = 30_000;

const OFFSET = 'clock-offset';
const SEEDED = 'seeded';

export function createEngine(options: LocalBackendOptions): Engine {
  const { storage = 'memory', name = 'seatkit' } = options;
  const shared = storage === 'indexeddb';
  const database = shared ? createIndexedDbDatabase(name) : createMemoryDatabase();
  const own = options.clock ? null : createShiftedClock();
  const clock = options.clock ?? own ?? createShiftedClock();
  const watchers = createWatchers();
  let random = cryptoRandom;

  const channel = shared ? openTabChannel<Message>(`seatkit:${name}`, hear) : null;
  const inbox = createInbox(database, clock);
  const world: GatewayWorld = {
    payUrl: payLink,
    transferDays: { processing: 1, bankAccepted: 2, succeeded: 3 },
    refundMs: 2000,
    ...options.gateway,
    database,
    clock,
    token: () => random(12),
    tell: (event) => billing.handleNotification(event),
  };
  const billing = createBilling({
    store: createLocalStore(database, committed),
    gateway: createSimulatedGateway(world),
    clock,
    notifier: inbox,
    ids: createIds(clock, () => random),
  });
  const wake = createWake(clock, () => void workLater());
  let working: Promise<unknown> = Promise.resolve();

  function committed(changes: Change[]): void {
    watchers.tell(changes);
    channel?.post({ type: 'changed', changes });
    wake.at(clock.now());
  }

  function hear(message: Message): void {
    if (message.type === 'moved') own?.setOffset(message.offset);
    if (message.type === 'moved') watchers.tellAll();
    else watchers.tell(message.changes);
    wake.at(clock.now());
  }

  function work(): Promise<Instant | null> {
    const turn = working.then(workNow);
    working = turn.catch(() => undefined);
    return turn;
  }

  async function workNow(): Promise<Instant | null> {
    let next: Instant | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      await passTime(world);
      next = earlier(await billing.work(), await nextGatewayChange(world));
      if (next === null || next > clock.now()) break;
    }
    wake.at(next);
    return next;
  }

  async function workLater(): Promise<void> {
    try {
      await work();
    } catch {
      // Said by the next call of the page, which meets the same storage.
      wake.at(toInstant(toMs(clock.now()) + RETRY_MS));
    }
  }

  async function step(until: number): Promise<void> {
    for (let steps = 0; steps < STEPS; steps++) {
      const due = await work();
      if (due === null || toMs(due) > until || due <= clock.now()) return;
      clock.set(due);
    }
  }

  async function moved(): Promise<void> {
    if (own) {
      const offset = own.offset();
      await database.transaction('write', (tables) =>
        tables.settings.put({ name: OFFSET, value: offset }),
      );
      channel?.post({ type: 'moved', offset });
    }
    await work();
    watchers.tellAll();
  }

  async function isSeeded(): Promise<boolean> {
    const setting = await database.transaction('read', (tables) => tables.settings.get(SEEDED));
    return setting?.value === true;
  }

  async function clear(): Promise<void> {
    await database.transaction('write', async (tables) => {
      for (const table of TABLE_NAMES) {
        if (table !== 'settings') await tables[table].clear();
      }
      for (const { name: setting } of await tables.settings.all())
        if (setting !== 'listing') await tables.settings.delete(setting);
    });
  }

  async function fill(seed: () => Promise<void>): Promise<void> {
    if (await isSeeded()) return;
    await clear();
    random = seededRandom();
    own?.freeze();
    try {
      await seed();
      await work();
    } finally {
      random = cryptoRandom;
      own?.run();
    }
    await database.transaction('write', (tables) =>
      tables.settings.put({ name: SEEDED, value: true }),
    );
  }

  return {
    billing,
    gateway: (gate) =>
      createGatewayControls({
        ...world,
        database: {
          ...database,
          async transaction(mode, run) {
            await gate();
            return database.transaction(mode, run);
          },
        },
      }),
    clock,
    watchers,
    sentNotices: () => inbox.sent(),
    work,
    async moveTo(ms) {
      await step(ms);
      clock.set(toInstant(ms));
      await moved();
    },
    async resetClock() {
      clock.reset();
      await moved();
    },
    clear,
    async begin(seed) {
      const setting = await database.transaction('read', (tables) => tables.settings.get(OFFSET));
      if (typeof setting?.value === 'number') own?.setOffset(setting.value);
      if (seed) await alone(`seatkit:${name}`, shared, () => fill(seed));
      wake.at(clock.now());
    },
    async close() {
      wake.stop();
      watchers.clear();
      channel?.close();
      await working;
      await database.close();
    },
  };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** One tab at a time, where the browser can arrange it. */
async function alone(name: string, shared: boolean, run: () => Promise<void>): Promise<void> {
  const locks = shared && 'navigator' in globalThis ? lockManager(navigator) : undefined;
  if (locks) await locks.request(name, run);
  else await run();
}

/** Missing in Node and outside secure contexts. */
function lockManager(from: { locks?: LockManager }): LockManager | undefined {
  return from.locks;
}
