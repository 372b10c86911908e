import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import type { Order } from '../../../src/contract/index.js';
import { createFaultyBackend, type FaultyBackend } from '../../helpers/faulty-backend.js';
import { openForm, type FormPage } from './form.js';
import { createWorld, INSTALLATION, latestOrder, payLatest, POLICY, reprice } from './world.js';
import type { WorldOptions } from './world.js';

interface Tab {
  page: FormPage;
  faulty: FaultyBackend;
  world: LocalBackend;
}

const DEARER = { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } } as const;
const PENDING = { pending: { kind: 'new', seats: 9, cycles: 1 } } as const;

const names: string[] = [];

/** One shop open in several tabs, which share the store and what tabs tell each other. */
class Shop {
  readonly #world: WorldOptions;

  constructor(options: WorldOptions = {}) {
    const name = `two-tabs-${Date.now()}-${names.length}`;
    names.push(name);
    this.#world = { ...options, storage: 'indexeddb', name };
  }

  async tab(): Promise<Tab> {
    const world = await createWorld(this.#world);
    const faulty = createFaultyBackend(world);
    const page = await openForm(faulty, { reloaded: true });
    await page.until(() => page.find('form, .pay, .outcome') !== null);
    return { page, faulty, world };
  }

  /** Two tabs, with seats put in. */
  async two(...seats: string[]): Promise<[Tab, Tab]> {
    const tabs: [Tab, Tab] = [await this.tab(), await this.tab()];
    for (const [index, { page }] of tabs.entries()) {
      if (seats[index] !== undefined) await page.type('#seats', seats[index]);
    }
    return tabs;
  }
}

async function ordersOf({ world }: Tab): Promise<Order[]> {
  const { items } = await world.orders({ installationId: INSTALLATION }, null);
  return items;
}

/** What can be paid now, of all orders. */
async function open(tab: Tab): Promise<string[]> {
  const orders = await ordersOf(tab);
  return orders
    .flatMap(({ payments }) => payments)
    .filter(({ state }) => ['open', 'created'].includes(state))
    .map(({ method }) => method);
}

const shows = ({ page }: Tab, selector: string) => page.until(() => page.find(selector) !== null);
const showsReceipt = (tab: Tab) => shows(tab, '.outcome-icon.success');

async function askToCancel({ page }: Tab, label = '取消订单'): Promise<void> {
  await page.click(label);
  await page.until(() => page.find('dialog[open]') !== null);
}

const confirmCancel = ({ page }: Tab) => page.get('dialog button.danger').click();

describe('purchase-form: two tabs', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  after(async () => {
    for (const name of names) await deleteDB(name);
  });

  it('that order the same at once have one order, which both can pay', async () => {
    const [one, other] = await new Shop().two('12', '12');
    one.page.submitButton.click();
    other.page.submitButton.click();
    await Promise.all([shows(one, '.qr-code'), shows(other, '.qr-code')]);
    const [order, ...more] = await ordersOf(one);
    expect(more).to.have.length(0);
    for (const { page } of [one, other]) expect(page.text).to.contain(order!.id);
    expect(await open(one)).to.deep.equal(['wechat']);
    await payLatest(one.world);
    await Promise.all([showsReceipt(one), showsReceipt(other)]);
  });

  it('that order different things at once have one winner; the other is told, and orders its own afterwards', async () => {
    const tabs = await new Shop().two('12', '30');
    for (const { page } of tabs) page.submitButton.click();
    await Promise.all(tabs.map((tab) => shows(tab, '.pay')));
    const [order, ...more] = await ordersOf(tabs[0]);
    expect(more).to.have.length(0);
    const loser = tabs.find(({ page }) => page.text.includes('已有一个待付款的订单'))!;
    const typed = loser === tabs[0] ? '12' : '30';
    expect(order!.quote.seats).not.to.equal(Number(typed));

    await askToCancel(loser);
    confirmCancel(loser);
    await loser.page.until('订单已取消');
    const winner = tabs.find((tab) => tab !== loser)!;
    await winner.page.until('订单已取消');
    await loser.page.click('重新购买');
    await shows(loser, 'form');
    expect(loser.page.input('#seats').value).to.equal(typed);
    await loser.page.submit();
    await shows(loser, '.qr-code');
    await payLatest(loser.world);
    await showsReceipt(loser);
    const statuses = (await ordersOf(loser)).map(({ status }) => status);
    expect(statuses).to.deep.equal(['paid', 'cancelled']);
  });

  it('that pay in different ways at once have one way open, and both show it', async () => {
    const [one, other] = await new Shop(PENDING).two();
    await shows(one, '.pay .primary');
    await shows(other, '.pay .primary');
    one.page.button('支付 ¥1,080.00').click();
    other.page.button('改用对公转账').click();
    await Promise.all([one, other].map((tab) => shows(tab, '.qr-code, .steps')));
    await one.page.until(
      () => (one.page.find('.steps') === null) === (other.page.find('.steps') === null),
    );
    const [method, ...more] = await open(one);
    expect(more).to.have.length(0);
    const shown = method === 'wechat' ? '.qr-code' : '.steps';
    await Promise.all([shows(one, shown), shows(other, shown)]);
    expect(await ordersOf(one)).to.have.length(1);
  });

  it('of which one cancels what the other is about to pay tell so, and it can be ordered again', async () => {
    const [one, other] = await new Shop().two('12', '12');
    await one.page.submit();
    await shows(one, '.qr-code');
    await other.page.submit();
    await shows(other, '.qr-code');
    await askToCancel(one);
    confirmCancel(one);
    other.page.button('改用对公转账').click();
    await Promise.all([one, other].map(({ page }) => page.until('订单已取消')));
    expect(await open(one)).to.deep.equal([]);
    await other.page.click('重新购买');
    await shows(other, 'form');
    expect(other.page.input('#seats').value).to.equal('12');
    await other.page.submit();
    await shows(other, '.qr-code');
    await payLatest(other.world);
    await showsReceipt(other);
  });

  it('of which one pays what the other cancels: who paid has the receipt in both', async () => {
    const [one, other] = await new Shop().two('12', '12');
    await one.page.submit();
    await shows(one, '.qr-code');
    await other.page.submit();
    await shows(other, '.qr-code');
    const { payments } = await latestOrder(one.world);
    await askToCancel(one);
    await one.world.simulation.gateway.pay(payments.at(-1)!.number, { notify: 'withhold' });
    confirmCancel(one);
    await Promise.all([showsReceipt(one), showsReceipt(other)]);
    expect(one.page.eventNames).to.include('order-paid');
    expect(other.page.eventNames).to.include('order-paid');
    expect((await ordersOf(one)).map(({ status }) => status)).to.deep.equal(['paid']);
  });

  it('that both cancel: the one that comes second is told what became of the order', async () => {
    const [one, other] = await new Shop(PENDING).two();
    await askToCancel(one);
    await askToCancel(other);
    confirmCancel(one);
    confirmCancel(other);
    await Promise.all([one, other].map(({ page }) => page.until('订单已取消')));
  });

  it('that both accept a price that changed make one order at it', async () => {
    const shop = new Shop();
    const tabs = await Promise.all([shop.tab(), shop.tab()]);
    for (const { page, faulty } of tabs) {
      // Neither hears of the other prices before it orders.
      page.form.backend = null;
      await page.form.updateComplete;
      faulty.planWatch('silent');
      page.form.backend = faulty;
      await page.until(() => page.find('form') !== null);
      await page.type('#seats', '12');
    }
    await reprice(tabs[0].world, DEARER);
    for (const tab of tabs) {
      await tab.page.submit();
      await shows(tab, '.changed');
    }
    for (const { page } of tabs) page.get('.changed .primary').click();
    await Promise.all(tabs.map((tab) => shows(tab, '.qr-code')));
    const orders = await ordersOf(tabs[0]);
    expect(orders.map(({ quote }) => quote.payable)).to.deep.equal([156_000]);
  });

  it('send one key for one wish: also after a reload, and where the first answer was lost', async () => {
    const shop = new Shop();
    const [one, other] = await shop.two('12', '12');
    one.faulty.plan('createOrder', 'network');
    await one.page.submit();
    await shows(one, '[role="alert"]');
    one.page.form.remove();
    const back = await shop.tab();
    await back.page.type('#seats', '12');
    back.faulty.plan('createOrder', 'network');
    await back.page.submit();
    await shows(back, '[role="alert"]');
    await other.page.submit();
    await shows(other, '.qr-code');
    const keys = [one, back, other].map(({ faulty }) => {
      const call = faulty.calls.find(({ name }) => name === 'createOrder');
      return (call?.args[1] as { key: string }).key;
    });
    expect(new Set(keys).size).to.equal(1);
    back.faulty.mend();
    await back.page.submit();
    await shows(back, '.pay');
    expect(await ordersOf(other)).to.have.length(1);
  });
});
