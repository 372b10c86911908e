import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import type { Policy } from '../../../src/domain/index.js';
import { readyForm, textOf, type FormPage } from './form.js';
import { createWorld, latestOrder, POLICY, reprice } from './world.js';

const DEARER: Policy = { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } };

/** What happens meanwhile goes unseen by the page. */
async function unseen(world: LocalBackend, happens: () => Promise<void>): Promise<void> {
  world.simulation.setFaults({ session: 'unavailable' });
  await happens();
  world.simulation.setFaults({});
}

const rows = (page: FormPage) =>
  [...page.root.querySelectorAll('.changed tbody tr')].map((row) => textOf(row));

const orders = async (world: LocalBackend) => (await world.orders({}, null)).items;

describe('purchase-form: a price that has changed', () => {
  it('shows every line before and after with its operands, and marks what differs in words', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 265,
    });
    const page = await readyForm(world);
    page.form.timeZone = 'UTC';
    await page.type('#seats', '30');
    await page.choose('cycles', '2');
    await unseen(world, () =>
      reprice(world, { ...DEARER, offer: null, priceCap: { amount: 350_000, per: 'cycle' } }),
    );
    await page.submit();
    await page.until('价格有变化');
    expect(page.text).to.contain('应付 ¥6,342.47，比原来多 ¥520.00。');
    expect(page.text).to.contain('服务商更新了定价。');
    expect(rows(page)).to.deep.equal([
      '标准价 有变化 ¥7,200.00 30 人 × ¥120.00 × 2 年 ¥7,800.00 30 人 × ¥130.00 × 2 年',
      '2 年 9折 不再有 -¥720.00 无',
      '最高价格 ¥7,000.00 新增 无 -¥800.00',
      '剩余价值抵扣 -¥657.53 ¥2,400.00 × 100/365 天 -¥657.53 ¥2,400.00 × 100/365 天',
      '应付 有变化 ¥5,822.47 ¥6,342.47',
      '到期 2028-11-20 2028-11-20',
    ]);
    await page.click('按 ¥6,342.47 下单');
    await page.until(() => page.find('.qr-code') !== null);
    expect((await latestOrder(world)).quote.payable).to.equal(634_247);
  });

  it('says that a day has passed, and which credit is smaller for it', async () => {
    const world = await createWorld({
      policy: { ...POLICY, expansion: 'co-term' },
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 265,
    });
    const page = await readyForm(world);
    await page.type('#seats', '30');
    await unseen(world, () => world.simulation.clock.advance({ days: 1 }));
    await page.submit();
    await page.until('价格有变化');
    expect(page.text).to.contain('剩余时间少了');
    expect(rows(page)[0]).to.equal(
      '剩余时间补差 有变化 ¥986.30 ¥3,600.00 × 100/365 天 ¥976.44 ¥3,600.00 × 99/365 天',
    );
    await page.click('按 ¥325.48 下单');
    await page.until(() => page.find('.qr-code') !== null);
  });

  it('refuses a price that somebody changed in the page', async () => {
    const world = await createWorld();
    const policy = world.policy.bind(world);
    world.policy = async (...asked) => {
      const published = await policy(...asked);
      return (
        published && {
          ...published,
          policy: { ...POLICY, rule: { type: 'per-seat', unitAmount: 1 } },
        }
      );
    };
    const page = await readyForm(world);
    await page.type('#seats', '20');
    await page.submit();
    await page.until('页面上的价格与最新计算的不一致');
    expect(page.text).to.contain('应付 ¥2,400.00，比原来多 ¥2,399.80。');
    expect(await orders(world)).to.have.length(0);
  });

  it('asks for another yes to a loss that is another one', async () => {
    const world = await createWorld({
      policy: { ...POLICY, offer: null },
      bought: { kind: 'new', seats: 20, cycles: 3 },
      daysLater: 30,
    });
    const page = await readyForm(world);
    await page.type('#seats', '21');
    page.input('#accept').click();
    await unseen(world, () =>
      reprice(world, { ...POLICY, offer: null, priceCap: { amount: 100_000, per: 'cycle' } }),
    );
    await page.submit();
    await page.until('价格有变化');
    expect(rows(page).join('\n')).to.contain('作废的剩余价值 有变化');
    await page.click('按 ¥0.00 下单');
    await page.until('请勾选确认后再付款');
    expect(page.root.activeElement?.id).to.equal('accept-changed');
    expect(await orders(world)).to.have.length(1);
    page.input('#accept-changed').click();
    await page.click('按 ¥0.00 下单');
    await page.until('剩余价值已全额抵扣');
  });

  it('offers the nearest order when the new limits leave out the seats', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '20');
    await unseen(world, () => reprice(world, { ...DEARER, seatLimits: { min: 5, max: 10 } }));
    await page.submit();
    await page.until('最多购买 10 人');
    expect(await orders(world)).to.have.length(0);
    expect(page.input('#seats').value).to.equal('20');
    await page.click('改为 10 人');
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expect((await latestOrder(world)).quote.payable).to.equal(130_000);
  });

  it('asks again when the price changes once more, and stays in place until it has an answer', async () => {
    const world = await createWorld({ latency: 20 });
    const page = await readyForm(world);
    await page.type('#seats', '20');
    await unseen(world, () => reprice(world, DEARER));
    await page.submit();
    await page.until('应付 ¥2,600.00，比原来多 ¥200.00。');
    expect(page.root.activeElement?.id).to.equal('changed-title');
    await reprice(world, POLICY);
    await page.click('按 ¥2,600.00 下单');
    await page.click('返回修改');
    expect(page.find('.changed')).not.to.equal(null);
    await page.until('应付 ¥2,400.00，比原来少 ¥200.00。');
    expect(await orders(world)).to.have.length(0);
    await page.click('返回修改');
    await page.until('支付 ¥2,400.00');
    expect(page.input('#seats').value).to.equal('20');
  });
});
