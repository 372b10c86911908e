import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import { createFaultyBackend } from '../../helpers/faulty-backend.js';
import { readyList, textOf, type ListPage } from './page.js';
import { createWorld, type Chapter } from './world.js';
import { fillIn, WRITE_FLOWS, type WriteFlow } from './write-flows.js';

/** One list in each of two tabs, with one store behind both. */
interface Tabs {
  world: LocalBackend;
  tabs: readonly [ListPage, ListPage];
}

const open: LocalBackend[] = [];
const names: string[] = [];

afterEach(async () => {
  for (const { simulation } of open.splice(0)) await simulation.close();
  for (const name of names.splice(0)) await deleteDB(name);
});

/** Answers may be given one after the other, and a transfer is one, however many have seen it. */
const SHARED = ['answering a complaint', 'confirming a transfer'];

const RACES = WRITE_FLOWS.filter(({ name }) => !SHARED.includes(name));

const flowNamed = (wanted: string) => WRITE_FLOWS.find(({ name }) => name === wanted)!;

/** Two that cannot both be. */
const CROSSINGS = [
  ['approving a refund', 'rejecting a refund'],
  ['asking for a refund', 'asking for an ordinary invoice'],
  ['asking for a special invoice', 'asking for an ordinary invoice'],
] as const;

describe('of two tabs that do the same at once one wins, and the other is told:', () => {
  for (const flow of RACES) it(flow.name, () => race(flow, flow));
});

describe('of two tabs that do what cannot both be one wins, and the other is told:', () => {
  for (const [one, other] of CROSSINGS) {
    it(`${one}, ${other}`, () => race(flowNamed(one), flowNamed(other)));
  }
});

describe('a tab that knows less', () => {
  it('is told that the order was cancelled in another, and offers nothing more', async () => {
    const flow = flowNamed('cancelling');
    const { tabs, world } = await openTabs(flow.chapter, flow);
    const [fresh, stale] = tabs;
    await fillIn(flow, fresh);
    await fillIn(flow, stale);
    await fresh.submit();
    await fresh.until(flow.done);
    await stale.submit();
    await expectTold(stale, world);
  });

  it('cancels no order that is being paid in another', async () => {
    const flow = flowNamed('cancelling');
    const { tabs, world } = await openTabs(flow.chapter, flow);
    const [page] = tabs;
    const { payments } = await world.order(page.ids[0]!);
    await fillIn(flow, page);
    const paid = world.simulation.gateway.pay(payments[0]!.number, { notify: 'withhold' });
    await Promise.all([paid, page.submit()]);
    await page.until(() => textOf(page.get('.notice')) !== '' || alertOf(page) !== '');
    await world.simulation.work();
    const { status } = await world.order(page.ids[0]!);
    await page.until(() => statusOf(page).includes(WORDS[status]!));
    if (status === 'paid') expect(textOf(page.get('.notice'))).to.include('取消前款项已经到账');
    else expect(textOf(page.get('.notice'))).to.include(flow.done);
  });

  it('hears what another did, with its dialog open, and keeps what was typed for later', async () => {
    const flow = flowNamed('asking for a refund');
    const { tabs } = await openTabs(flow.chapter, flow, { silent: false });
    const [one, other] = tabs;
    await fillIn(flow, one);
    await fillIn(flow, other);
    await one.submit();
    await one.until(flow.done);
    await other.until('订单已更新为最新状态');
    expect(submitOf(other)).to.equal(null);
    await other.click('关闭', other.get('#task-dialog .dialog-actions'));
    await other.until(() => statusOf(other).includes('申请退款中'));
  });
});

async function race(one: WriteFlow, other: WriteFlow): Promise<void> {
  const { tabs, world } = await openTabs(one.chapter, one);
  for (const [index, flow] of [one, other].entries()) await fillIn(flow, tabs[index]!);
  const sent = tabs.map((page) => {
    // Each tab has a session storage of its own.
    sessionStorage.clear();
    return page.submit();
  });
  await Promise.all(sent);
  const flows = [one, other];
  const won = (page: ListPage, index: number) =>
    textOf(page.get('.notice')).includes(flows[index]!.done);
  await Promise.all(tabs.map((page, index) => page.until(() => won(page, index) || isTold(page))));
  expect(tabs.filter(won), 'winners').to.have.length(1);
  await expectTold(
    tabs.find((page, index) => !won(page, index))!,
    world,
  );
  const winner = flows[tabs.findIndex(won)]!;
  const { items } = await world.orders({}, null);
  expect(items).to.have.length(winner.orders ?? 1);
  const events = items.flatMap(({ timeline }) => timeline.map(({ event }) => event));
  for (const [event, times] of Object.entries(winner.happened)) {
    // The gateway takes its time.
    if (event === 'refunded') continue;
    expect(
      events.filter((name) => name === event),
      event,
    ).to.have.length(times);
  }
}

/** Told why in words, with the order as it is, and led out. */
async function expectTold(page: ListPage, world: LocalBackend): Promise<void> {
  await page.until(() => isTold(page));
  expect(alertOf(page)).not.to.equal('');
  await page.click('关闭', page.get('#task-dialog .dialog-actions'));
  await page.until(() => page.find('#task-dialog[open]') === null);
  const { items } = await world.orders({}, null);
  for (const { id, status } of items) {
    await page.until(() => statusOf(page, id).includes(WORDS[status] ?? status));
  }
}

/** @param silent neither tab hears what happens elsewhere */
async function openTabs(
  chapter: Chapter,
  { role }: WriteFlow,
  { silent = true } = {},
): Promise<Tabs> {
  const name = `seatkit-two-tabs-${Date.now()}-${names.length}`;
  names.push(name);
  const tab = async (): Promise<[LocalBackend, ListPage]> => {
    const world = createWorld({ storage: 'indexeddb', name, chapter, session: role });
    open.push(world);
    const backend = createFaultyBackend(world);
    if (silent) backend.planWatch('silent');
    return [world, await readyList(backend)];
  };
  const [world, one] = await tab();
  const [, other] = await tab();
  return { world, tabs: [one, other] };
}

function isTold(page: ListPage): boolean {
  const dialog = page.find('#task-dialog[open]');
  return (
    dialog !== null && submitOf(page) === null && textOf(dialog).includes('订单已更新为最新状态')
  );
}

function submitOf(page: ListPage): HTMLElement | null {
  return page.find('#task-dialog[open] button[type="submit"]');
}

function alertOf(page: ListPage): string {
  const alert = page.find('#task-dialog[open] [role="alert"]');
  return alert ? textOf(alert) : '';
}

function statusOf(page: ListPage, id = page.ids[0]!): string {
  return page.find(`tr[data-order="${id}"] .status`)?.textContent ?? '';
}

const WORDS: Readonly<Record<string, string>> = {
  pending: '待支付',
  paid: '已支付',
  cancelled: '已取消',
  replaced: '已改价',
  'refund-requested': '申请退款中',
  refunding: '退款中',
  refunded: '已退款',
};
