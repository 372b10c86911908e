import { expect } from '@open-wc/testing';
import { policyWith } from '../../helpers/policy.js';
import { readyForm, textOf } from './form.js';
import { createWorld, latestOrder, payLatest, place, POLICY, reprice } from './world.js';

describe('purchase-form: from a price to an order', () => {
  it('walks from the choice to the receipt, and charges the number in the button', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 265,
    });
    const page = await readyForm(world);
    await page.type('#seats', '30');
    await page.choose('cycles', '2');
    expect(page.text).to.contain('现在 20 人 → 30 人');
    expect(textOf(page.get('.quote'))).to.contain('¥2,400.00 × 100/365 天');
    expect(page.submitButton.textContent).to.contain('支付 ¥5,822.47');

    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    const order = await latestOrder(world);
    expect(order.quote.payable).to.equal(582_247);
    expect(order.payments.map(({ amount, state }) => [amount, state])).to.deep.equal([
      [582_247, 'open'],
    ]);

    await payLatest(world);
    await page.until('扩容成功');
    expect(page.text).to.contain('人数 20 人 → 30 人');
    expect(page.text).to.contain('实付 ¥5,822.47');
    expect(page.text).to.contain(order.id);
    expect(page.eventNames).to.deep.equal(['order-submit', 'order-created', 'order-paid']);
  });

  it('orders nothing when the host prevents it', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    page.form.addEventListener('order-submit', (event) => event.preventDefault(), { once: true });
    await page.submit();
    expect((await world.orders({}, null)).items).to.have.length(0);
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
  });

  it('makes one order however often it is submitted', async () => {
    const world = await createWorld({ latency: 20 });
    const page = await readyForm(world);
    const form = page.formElement;
    for (let times = 0; times < 4; times += 1) form.requestSubmit();
    await page.until(() => page.find('.qr-code') !== null);
    expect((await world.orders({}, null)).items).to.have.length(1);
    expect(page.eventNames).to.deep.equal(['order-submit', 'order-created']);
  });

  it('sends the same attempt again when an answer was lost', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '8');
    const create = world.createOrder.bind(world);
    const keys: string[] = [];
    world.createOrder = async (id, input, options) => {
      keys.push(input.key);
      const order = await create(id, input, options);
      if (keys.length > 1) return order;
      throw new TypeError('the connection broke after the order was made');
    };
    await page.submit();
    await page.until('服务暂时不可用');
    expect(page.input('#seats').value).to.equal('8');
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expect(keys[1]).to.equal(keys[0]);
    expect((await world.orders({}, null)).items).to.have.length(1);
  });

  it('finds the order by itself when nothing had been typed and the answer was lost', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    world.simulation.setFaults({ createOrder: 'network' });
    const seen = await place(
      world.simulation.as('administrator'),
      { kind: 'new', seats: 5, cycles: 1 },
      'lost',
    );
    await page.submit();
    await page.until('这个订单还没有付款，可以继续');
    expect(page.text).to.contain(seen.id);
  });

  it('shows both prices when the price changed, and orders only after another yes', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '20');
    const watched = page.form.activeBackend!;
    const policy = watched.policy.bind(watched);
    const before = await policy('i-1');
    watched.policy = () => Promise.resolve(before);
    await reprice(world, { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } });
    watched.policy = policy;
    await page.submit();
    await page.until('价格有变化，请再确认一次');
    const table = textOf(page.get('.changed table'));
    expect(table).to.contain('应付 有变化 ¥2,400.00 ¥2,600.00');
    expect((await world.orders({}, null)).items).to.have.length(0);
    const { detail } = page.events.find(({ name }) => name === 'quote-changed')!;
    expect(detail).to.have.nested.property('before.payable', 240_000);
    expect(detail).to.have.nested.property('after.payable', 260_000);

    await page.click('按 ¥2,600.00 下单');
    await page.until(() => page.find('.qr-code') !== null);
    expect((await latestOrder(world)).quote.payable).to.equal(260_000);
  });

  it('goes back from a changed price to what was typed, at the new price', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '20');
    world.simulation.setFaults({ session: 'unavailable' });
    await reprice(world, { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } });
    world.simulation.setFaults({});
    await page.submit();
    await page.until('价格有变化');
    await page.click('返回修改');
    await page.until('支付 ¥2,600.00');
    expect(page.input('#seats').value).to.equal('20');
  });

  it('tells that the provider published other prices meanwhile', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '20');
    await reprice(world, { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } });
    await page.until('服务商更新了定价');
    await page.until('支付 ¥2,600.00');
    await page.click('知道了');
    expect(page.text).not.to.contain('服务商更新了定价');
  });

  it('asks to accept what is lost, with its numbers, before it orders', async () => {
    const world = await createWorld({
      policy: policyWith({ priceCap: { amount: 100_000, per: 'cycle' } }),
      bought: { kind: 'new', seats: 20, cycles: 3 },
      daysLater: 30,
    });
    const page = await readyForm(world);
    await page.type('#seats', '21');
    expect(page.text).to.contain('¥1,917.81 的剩余价值超出本次价格');
    expect(page.text).to.contain('比原来提前 700 天');
    await page.submit();
    await page.until('请勾选确认后再付款');
    expect(page.root.activeElement?.id).to.equal('accept');
    expect((await world.orders({}, null)).items).to.have.length(1);

    page.input('#accept').click();
    await page.form.updateComplete;
    expect(page.submitButton.textContent).to.contain('确认下单，支付 ¥0.00');
    await page.submit();
    await page.until('剩余价值已全额抵扣，无需付款');
    expect(await latestOrder(world)).to.include({ settledByCredit: true, status: 'paid' });
  });

  it('forgets an acceptance when its numbers change', async () => {
    const world = await createWorld({
      policy: policyWith({ priceCap: { amount: 100_000, per: 'cycle' } }),
      bought: { kind: 'new', seats: 20, cycles: 3 },
      daysLater: 30,
    });
    const page = await readyForm(world);
    page.input('#accept').click();
    await page.form.updateComplete;
    await page.choose('cycles', '2');
    expect(page.input('#accept').checked).to.equal(false);
  });

  it('takes up the order that is in the way', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '30');
    await place(world, { kind: 'new', seats: 9, cycles: 1 }, 'other-tab');
    await page.submit();
    await page.until('已有一个待付款的订单');
    expect(page.text).to.contain('¥1,080.00');
    await page.click('取消订单');
    await page.until(() => page.find('dialog[open]') !== null);
    page.get('dialog .danger').click();
    await page.until('订单已取消');
    await page.click('重新购买');
    await page.until(() => page.find('form') !== null);
    expect(page.input('#seats').value).to.equal('30');
  });

  it('expands to the same end without a length, and says so', async () => {
    const world = await createWorld({
      policy: { ...POLICY, expansion: 'co-term' },
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 200,
    });
    const page = await readyForm(world);
    expect(page.find('input[name="cycles"]')).to.equal(null);
    expect(page.text).to.contain('到期时间不变，只补剩余时间的差价');
    await page.type('#seats', '26');
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expect((await latestOrder(world)).quote).to.include({ cycles: 0, seats: 26 });
  });

  it('sets now and after side by side, and says what becomes of the time already paid', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 265,
    });
    const page = await readyForm(world);
    page.form.timeZone = 'UTC';
    await page.type('#seats', '30');
    const rows = () => [...page.root.querySelectorAll('.compare tbody tr')].map(textOf);
    expect(rows()).to.deep.equal([
      '人数 20 人 30 人',
      '到期 2027-03-01 08:00 还有 100 天 2027-11-21 08:00 还有 365 天',
    ]);
    expect(page.text).to.contain('已付款的剩余时间价值 ¥657.53，用来抵扣本次价格');
    await page.choose('kind', 'renew');
    await page.type('#seats', '8');
    expect(rows()).to.deep.equal([
      '人数 20 人 20 人，2027-03-01 起 8 人',
      '到期 2027-03-01 08:00 还有 100 天 2028-02-29 08:00 还有 465 天',
    ]);
    expect(page.text).to.contain('已付款的时间不变，新的 365 天从 2027-03-01 接着计算');
    await page.type('#seats', '');
    expect(rows()[1]).to.equal('到期 2027-03-01 08:00 还有 100 天 —');
  });

  it('names the paid time that each of several credits is for', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 265,
    });
    await place(world, { kind: 'renew', seats: 12, cycles: 1 }, 'renewal');
    const { id } = await latestOrder(world);
    await world.startPayment(id, { method: 'wechat', environment: 'desktop', key: 'pay-renewal' });
    await payLatest(world);
    const page = await readyForm(world, { attributes: { mode: 'expand' } });
    page.form.timeZone = 'UTC';
    await page.type('#seats', '30');
    const lines = [...page.root.querySelectorAll('.quote-line')].map(textOf);
    expect(lines.slice(1, 3)).to.deep.equal([
      '剩余价值抵扣 20 人，至 2027-03-01 ¥2,400.00 × 100/365 天 -¥657.53',
      '剩余价值抵扣 12 人，至 2028-02-29 ¥1,440.00 × 365/365 天 -¥1,440.00',
    ]);
  });

  it('renews or sells anew after the end', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 400,
    });
    const page = await readyForm(world);
    expect(page.text).to.contain('续期 · 项目助手');
    expect(page.text).to.contain('之前购买的时间已于 2027-03-01 结束');
    await page.choose('kind', 'new');
    expect(page.text).to.contain('购买 · 项目助手');
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expect((await latestOrder(world)).kind).to.equal('new');
  });
});
