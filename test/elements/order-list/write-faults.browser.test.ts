import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import { BACKEND_ERROR_CODES } from '../../../src/contract/index.js';
import { CALL_TIMEOUT_MS } from '../../../src/ui/deadline.js';
import {
  createFaultyBackend,
  WALKED,
  type Fault,
  type FaultyBackend,
} from '../../helpers/faulty-backend.js';
import { holdTimers, type HeldTimers } from '../../helpers/held-timers.js';
import { readyList, textOf, type ListPage } from './page.js';
import { createWorld } from './world.js';
import { fillIn, stillTyped, WRITE_FLOWS, type WriteFlow } from './write-flows.js';

const isRefusal = (fault: Fault) => (BACKEND_ERROR_CODES as readonly Fault[]).includes(fault);
const REFUSALS = WALKED.filter(isRefusal);

/** Whatever may leave it done. */
const BREAKDOWNS = WALKED.filter((fault) => !isRefusal(fault));

/** What tells nobody in the page whether it was done. */
const UNKNOWN: readonly Fault[] = ['lost', 'hang', 'late', 'text', 'stranger'];

/** More tries than these lead nowhere. */
const PATIENCE = 4;

/** A dialog that is filled in, before a backend that will fail. */
interface Scene {
  flow: WriteFlow;
  world: LocalBackend;
  faulty: FaultyBackend;
  page: ListPage;
}

let deadlines: HeldTimers;

beforeEach(() => (deadlines = holdTimers(CALL_TIMEOUT_MS)));
afterEach(() => deadlines.restore());

for (const flow of WRITE_FLOWS) {
  describe(`${flow.name} is done once, though`, () => {
    it('it was refused in every way before', () => refuse(flow));
    for (const fault of BREAKDOWNS) {
      it(`its answer was this: ${fault}`, () => breakDown(flow, fault));
    }
    for (const fault of UNKNOWN) {
      it(`its answer was this: ${fault}, and then there was no connection`, () =>
        breakDown(flow, fault, { alone: false }));
    }
  });
}

/** One refusal after the other in the same dialog, then the way on. */
async function refuse(flow: WriteFlow): Promise<void> {
  const scene = await arrive(flow);
  const { faulty, page } = scene;
  for (const code of REFUSALS) {
    faulty.plan(flow.call, code, { times: 1 });
    await page.submit();
    await page.until(() => isReady(page) && alertOf(page) !== '');
    expect(stillTyped(flow, page), `typed after ${code}`).to.equal(true);
  }
  expect(scene.faulty.calls.filter(({ name }) => name === flow.call)).to.have.length(
    REFUSALS.length,
  );
  await pressOn(scene);
  await expectOnce(scene);
}

/** @param alone whether everything else works meanwhile, so that the order can be looked at */
async function breakDown(flow: WriteFlow, fault: Fault, { alone = true } = {}): Promise<void> {
  const scene = await arrive(flow);
  const { faulty, page } = scene;
  faulty.plan(flow.call, fault, { times: 1 });
  if (!alone)
    for (const name of ['order', 'orders', 'session'] as const) faulty.plan(name, 'network');
  await page.submit();
  if (fault === 'hang' || fault === 'late') {
    await page.until(() => faulty.held > 0);
    expect(submitOf(page)?.getAttribute('aria-busy')).to.equal('true');
    deadlines.fire();
  }
  await page.until(() => alertOf(page) !== '' || isDone(scene));
  if (submitOf(page)) expect(stillTyped(flow, page), 'typed').to.equal(true);
  faulty.mend();
  if (fault !== 'hang') await faulty.release();
  if (fault === 'twice' && alertOf(page) !== '') await leaveOvertaken(scene);
  else await pressOn(scene);
  // What hung arrives last, when it has been done another way.
  await faulty.release();
  await expectOnce(scene);
}

async function arrive(flow: WriteFlow): Promise<Scene> {
  const { chapter, role: session } = flow;
  const world = createWorld({ chapter, session, gateway: { refundMs: 0 } });
  const faulty = createFaultyBackend(world);
  const page = await readyList(faulty);
  await fillIn(flow, page);
  return { flow, world, faulty, page };
}

/** Tries again until the page says that it is done. */
async function pressOn(scene: Scene): Promise<void> {
  const { page } = scene;
  for (let presses = 0; presses <= PATIENCE; presses++) {
    await page.until(() => isDone(scene) || isReady(page));
    if (isDone(scene)) return;
    await page.submit();
  }
  throw new Error(`No way on: ${page.text}`);
}

/** The second delivery was refused: what is there to be seen is told, and nothing more is to be done. */
async function leaveOvertaken({ page }: Scene): Promise<void> {
  await page.until(() => textOf(page.get('#task-dialog')).includes('订单已更新为最新状态'));
  expect(submitOf(page)).to.equal(null);
  await page.click('关闭', page.get('#task-dialog .dialog-actions'));
}

function submitOf(page: ListPage): HTMLElement | null {
  return page.find('#task-dialog[open] button[type="submit"]');
}

function isReady(page: ListPage): boolean {
  return submitOf(page)?.getAttribute('aria-busy') === 'false';
}

function isDone({ flow, page }: Scene): boolean {
  const told = textOf(page.get('.notice')).includes(flow.done);
  return told && page.find('#task-dialog[open]') === null;
}

function alertOf(page: ListPage): string {
  const alert = page.find('#task-dialog[open] [role="alert"]');
  return alert ? textOf(alert) : '';
}

/** The store holds it once, and the rows show what the store holds. */
async function expectOnce({ flow, world, page }: Scene): Promise<void> {
  const { happened, orders = 1 } = flow;
  await world.simulation.work();
  const { items } = await world.orders({}, null);
  expect(items, 'orders').to.have.length(orders);
  const events = items.flatMap(({ timeline }) => timeline.map(({ event }) => event));
  for (const [event, times] of Object.entries(happened)) {
    expect(
      events.filter((other) => other === event),
      event,
    ).to.have.length(times);
  }
  await page.until(() => {
    // Where the rows could not be read either, the page says so and asks again when told to.
    page.find('.list > .banner[role="status"] button')?.click();
    return page.ids.join() === items.map(({ id }) => id).join();
  });
  for (const { id, status } of items) {
    await page.until(() =>
      page
        .row(id)
        .querySelector('.status')!
        .textContent.includes(WORDS[status] ?? status),
    );
  }
}

const WORDS: Readonly<Record<string, string>> = {
  pending: '待支付',
  paid: '已支付',
  cancelled: '已取消',
  replaced: '已改价',
  'refund-requested': '申请退款中',
  refunded: '已退款',
};
