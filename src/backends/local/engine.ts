import { createBilling, type Billing } from '../../billing/index.js';
import type { Change } from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import { toInstant, type SettableClock, type ShiftedClock } from './clock.js';
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
import { alone, clear, fillOnce } from './seeding.js';
import { createIndexedDbDatabase } from './store/indexeddb-database.js';
import { createLocalStore } from './store/local-store.js';
import { createMemoryDatabase } from './store/memory-database.js';
import { openTabChannel } from './tab-channel.js';
import type { Watchers } from './watchers.js';
import { createWorker } from './worker.js';

/** What the tabs of one world tell each other. */
type Message = { type: 'changed'; changes: Change[] } | { type: 'moved'; offset: number };

/** Everything that runs behind the calls: one world of billing, gateway and time. */
export interface Engine {
  billing: Billing;
  gateway: GatewayControls;
  sentNotices(): Promise<SentNotice[]>;
  /** Does what is due now. */
  work(): Promise<unknown>;
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

/** What a world shares with the backend that stands before it. */
export interface Surroundings {
  /** The one that counts: the host's, else `own`. */
  clock: SettableClock;
  /** null where the host keeps the time. */
  own: ShiftedClock | null;
  watchers: Watchers;
}

const OFFSET = 'clock-offset';

export function createEngine(
  options: LocalBackendOptions,
  { clock, own, watchers }: Surroundings,
): Engine {
  const { storage = 'memory', name = 'seatkit' } = options;
  const shared = storage === 'indexeddb';
  const database = shared ? createIndexedDbDatabase(name) : createMemoryDatabase();
  let random = cryptoRandom;

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
    events: null,
    ids: createIds(clock, () => random),
  });
  const worker = createWorker(clock, async () => {
    const due = await nextGatewayChange(world);
    if (due !== null && due <= clock.now()) await passTime(world);
    return earlier(await billing.work(), await nextGatewayChange(world));
  });
  const channel = shared ? openTabChannel<Message>(`seatkit:${name}`, hear) : null;

  function committed(changes: Change[]): void {
    watchers.tell(changes);
    channel?.post({ type: 'changed', changes });
    worker.soon();
  }

  function hear(message: Message): void {
    if (message.type === 'changed') {
      watchers.tell(message.changes);
    } else {
      own?.setOffset(message.offset);
      watchers.tellAll();
    }
    worker.soon();
  }

  /** Keeps the moved time, and tells everyone of it. */
  async function moved(): Promise<void> {
    if (own) {
      const offset = own.offset();
      await database.transaction('write', (tables) =>
        tables.settings.put({ name: OFFSET, value: offset }),
      );
      channel?.post({ type: 'moved', offset });
    }
    await worker.work();
    watchers.tellAll();
  }

  /** With a time that stands still and a chance that is none, so that the same seed makes the same world. */
  async function repeatably(seed: () => Promise<void>): Promise<void> {
    random = seededRandom();
    own?.freeze();
    try {
      await seed();
      await worker.work();
    } finally {
      random = cryptoRandom;
      own?.run();
    }
  }

  return {
    billing,
    gateway: createGatewayControls(world),
    sentNotices: () => inbox.sent(),
    work: () => worker.work(),
    async moveTo(ms) {
      await worker.stepTo(ms);
      clock.set(toInstant(ms));
      await moved();
    },
    async resetClock() {
      clock.reset();
      await moved();
    },
    clear: () => clear(database),
    async begin(seed) {
      const setting = await database.transaction('read', (tables) => tables.settings.get(OFFSET));
      if (typeof setting?.value === 'number') own?.setOffset(setting.value);
      if (seed) await alone(`seatkit:${name}`, () => fillOnce(database, () => repeatably(seed)));
      worker.soon();
    },
    async close() {
      channel?.close();
      await worker.stop();
      await database.close();
    },
  };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
