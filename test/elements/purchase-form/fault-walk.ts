import { ASIDE_TIMEOUT_MS, CALL_TIMEOUT_MS } from '../../../src/ui/deadline.js';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import {
  createFaultyBackend,
  type CallName,
  type Fault,
  type FaultyBackend,
  type WatchFault,
} from '../../helpers/faulty-backend.js';
import { holdTimers } from '../../helpers/held-timers.js';
import { Buyer, type Typed } from './buyer.js';
import { openForm, type FormPage } from './form.js';
import { createWorld, INSTALLATION, type WorldOptions } from './world.js';

/** A form, the world behind it, the bad network between them, and who sits before it. */
export interface Scene {
  page: FormPage;
  world: LocalBackend;
  faulty: FaultyBackend;
  buyer: Buyer;
  /** Whether an order is on the page before anything goes wrong. */
  paying: boolean;
}

/** One way to a receipt, up to the request that goes wrong on it. */
export interface Flow {
  name: string;
  /** The requests that go wrong, one at a time. */
  requests: readonly CallName[];
  /** In which ways; absent: in all. */
  faults?: readonly Fault[];
  typed: Typed;
  world?: WorldOptions;
  attributes?: Record<string, string>;
  /** How the page is told of changes, where it is not told of all at once. */
  watch?: WatchFault;
  /** Puts something around the page; returns how to take it away. */
  surround?: () => () => void;
  /** Happens in the world before the form is on the page. */
  prepare?: (world: LocalBackend) => void | Promise<void>;
  /** What goes well before the request is spoiled; absent: opening the form sends it. */
  before?: (scene: Scene) => Promise<void>;
  /** Sends the request. */
  act?: (scene: Scene) => unknown;
  /** How many requests of the name go well all the same. */
  spared?: number;
  /** The form can do without the answer, and need not mention it. */
  optional?: boolean;
  /** How many orders come to nothing on the way. */
  givenUp?: number;
  /** Nothing is to be paid. */
  free?: boolean;
}

/** Where the page tells that something went wrong, or shows what became of it. */
const TOLD = '[role="alert"], .banner[role="status"], .watch.unknown, .outcome, .changed';

/** Words of the machine, which must not show through. */
const MACHINE = /undefined|NaN|\[object|null|Error/;

/**
 * Walks one flow to its receipt with one request going wrong in one way. Throws where an order is lost or doubled, where what was typed is
 * gone, where nothing is said, or where no way on is offered.
 */
export async function walk(flow: Flow, name: CallName, fault: Fault): Promise<void> {
  const deadlines = holdTimers(CALL_TIMEOUT_MS, ASIDE_TIMEOUT_MS);
  const clear = flow.surround?.();
  try {
    const scene = await goWrong(flow, name, fault);
    const { buyer, faulty, page } = scene;
    if (fault === 'hang' || fault === 'late') {
      await buyer.until(() => faulty.held > 0);
      deadlines.fire(flow.optional ? ASIDE_TIMEOUT_MS : CALL_TIMEOUT_MS);
    }
    if (flow.optional) await goOn(scene);
    else if (!passesFor(name, fault)) await beTold(scene);
    if (MACHINE.test(page.text)) throw new Error(`The machine shows through: ${buyer.story}`);
    if (!buyer.stillTyped) throw new Error(`What was typed is gone: ${buyer.story}`);
    faulty.mend();
    // Whatever was asked after it hangs no longer than that did.
    deadlines.fire();
    if (fault === 'late') await faulty.release();
    await buyer.toReceipt();
    // What hung arrives when nobody waits for it any more.
    await faulty.release();
    await scene.world.simulation.work();
    await page.form.updateComplete;
    if (!buyer.hasReceipt) throw new Error(`The receipt is gone: ${buyer.story}`);
    await checkOrders(scene, flow);
  } finally {
    clear?.();
    deadlines.restore();
  }
}

/** Whether nobody can tell the answer from a good one: it is the second of two, or does not say what it is about. */
function passesFor(name: CallName, fault: Fault): boolean {
  const nameless: readonly CallName[] = ['session', 'policy', 'startPayment'];
  return fault === 'twice' || (fault === 'stranger' && nameless.includes(name));
}

/** The scene as the request goes wrong. */
async function goWrong(flow: Flow, name: CallName, fault: Fault): Promise<Scene> {
  const { before, attributes = {}, spared = 0, typed, watch } = flow;
  const world = await createWorld(flow.world);
  await flow.prepare?.(world);
  const faulty = createFaultyBackend(world);
  if (watch) faulty.planWatch(watch);
  const spoil = () => faulty.plan(name, fault, { first: spared + 1 });
  if (!before) spoil();
  const page = await openForm(faulty, { attributes });
  const buyer = new Buyer(page, world, typed, () => faulty.open === 0);
  const scene = { page, world, faulty, buyer, paying: false };
  if (!before) return scene;
  await before(scene);
  scene.paying = page.find('.pay') !== null;
  spoil();
  await flow.act?.(scene);
  await page.form.updateComplete;
  return scene;
}

/** The host hears of it, and so does the buyer; an order that is found after all says enough. */
async function beTold({ page, buyer, paying }: Scene): Promise<void> {
  const reported = () => page.events.some((event) => event.name === 'billing-error');
  await buyer.until(reported);
  await buyer.until(() => page.find(paying ? TOLD : `${TOLD}, .pay`) !== null);
}

/** Nothing is amiss. */
async function goOn({ page, buyer }: Scene): Promise<void> {
  await buyer.until(() => page.find('form') !== null);
  if (page.find(TOLD)) throw new Error(`It was not needed: ${buyer.story}`);
}

/** One order is paid, once, and is what was typed; all others are those the buyer gave up. */
async function checkOrders({ world, buyer }: Scene, flow: Flow): Promise<void> {
  const { items } = await world.simulation
    .as('administrator')
    .orders({ installationId: INSTALLATION, limit: 50 }, null);
  const made = items.slice(0, items.length - (flow.world?.bought ? 1 : 0));
  const paid = made.filter(({ status }) => status === 'paid');
  const payments = made.flatMap((order) => order.payments);
  const cycles = String(paid[0]?.quote.cycles);
  const found = {
    paid: paid.length,
    givenUp: made.length - paid.length,
    bought: { seats: String(paid[0]?.quote.seats), cycles },
    open: payments.filter(({ state }) => !['succeeded', 'closed'].includes(state)).length,
    succeeded: payments.filter(({ state }) => state === 'succeeded').length,
    stray: payments.flatMap(({ stray }) => stray).length,
  };
  const wanted = {
    paid: 1,
    givenUp: flow.givenUp ?? 0,
    bought: { cycles, ...flow.typed },
    open: 0,
    succeeded: flow.free ? 0 : 1,
    stray: 0,
  };
  if (sorted(found) !== sorted(wanted)) {
    throw new Error(`${sorted(found)} and not ${sorted(wanted)}: ${buyer.story}`);
  }
}

/** The same text for the same content. */
function sorted({ bought, ...rest }: { bought: { seats: string; cycles: string } }): string {
  return JSON.stringify({ ...rest, seats: bought.seats, cycles: bought.cycles });
}
