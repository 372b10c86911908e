import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { choose, moveClock } from '../helpers/e2e/bar.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { chooseAction, orderList, orderOf } from '../helpers/e2e/orders.js';
import { payCode } from '../helpers/e2e/pay.js';
import { fact, listed, priced, says, seen, unseen } from '../helpers/e2e/read.js';

/**
 * The whole story of one customer, in order: each part goes on where the one before it stopped. The numbers are worked out by hand
 * from the rules. The provider's price: up to 10 seats ¥1,980 a year in all, up to 50 ¥4,980, beyond ¥90 a seat;
 * two years 90 %, three 85 %; 5 to 500 seats, at most ¥65,000 an order; a trial of 15 days and 7 more.
 */
describe.each([
  ['in the page', '本页'],
  ['on the server', '服务器'],
])('the whole story %s', (_, world) => {
  let browser: Browser;
  let demo: Demo;
  let page: Page;
  /** How often the server was asked. */
  let asked = 0;

  const visit = async (file: string): Promise<void> => {
    await page.goto(new URL(file, page.url()).href);
  };

  beforeAll(async () => {
    browser = await launchChromium();
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    page = await demo.open('provider.html');
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/api/v1/')) asked += 1;
    });
    await choose(page, '运行于', world);
    await seen(page.getByRole('button', { name: '星河科技（新客户）' }));
  });

  afterAll(() => browser.close());

  it('lets the provider price the app, and mend what is wrong', async () => {
    await page.getByRole('button', { name: '星河科技（新客户）' }).click();
    const editor = page.locator('pricing-editor');
    await listed(editor.getByRole('navigation', { name: '上线准备' }).getByRole('listitem'), [
      '商户号 待完成',
      '企业授权 已完成',
      '定价策略 尚未开始',
      '提交上线 尚未开始',
      '上线 尚未开始',
    ]);

    await editor.getByRole('checkbox', { name: '允许额外试用' }).check();
    await editor.getByRole('radio', { name: '阶梯定价' }).check();
    await editor.getByLabel('第 1 级的价格').fill('1980');
    await editor.getByLabel('第 2 级到多少人，留空为不限').fill('50');
    await editor.getByLabel('第 2 级的计价方式').selectOption('固定价格');
    await editor.getByLabel('第 2 级的价格').fill('4,980');
    await editor.getByRole('button', { name: '添加一级' }).click();
    await editor.getByLabel('第 3 级的计价方式').selectOption('每人单价');
    await editor.getByLabel('第 3 级的价格').fill('90');
    await editor.getByRole('radio', { name: '价格折扣' }).check();
    await editor.getByRole('button', { name: '添加一档' }).click();
    await editor.getByLabel('第 2 档买满多久').fill('3');
    await editor.getByLabel('第 2 档实付百分比').fill('8.5');
    await editor.getByLabel('起售人数').fill('5');
    await editor.getByLabel('最多购买').fill('500');
    await editor.getByLabel('最高价格', { exact: true }).fill('65000');

    await editor.getByRole('button', { name: '检查并发布 v1' }).click();
    await seen(editor.getByRole('button', { name: '1 处需要修改' }));
    await seen(editor.getByText('填实付百分比，70 到 100。9 折填 90，最低 7 折填 70。'));
    await editor.getByLabel('第 2 档实付百分比').fill('85');
    await unseen(editor.getByRole('button', { name: '1 处需要修改' }));

    await seen(editor.getByText('51 人比 50 人便宜 ¥390.00：1 年 ¥4,590.00，少一人要 ¥4,980.00。'));
    const sample = editor.getByRole('group', { name: '试算' });
    await sample.getByRole('textbox', { name: '人数' }).fill('20');
    await sample.getByRole('textbox', { name: '时长' }).fill('2');
    await priced(sample, [
      ['标准价 20 人共 ¥4,980.00 × 2 年', '¥9,960.00'],
      ['2 年 9折', '-¥996.00'],
      ['应付', '¥8,964.00'],
    ]);
  });

  it('stops the provider until the merchant account is opened, then publishes and launches', async () => {
    const editor = page.locator('pricing-editor');
    await editor.getByRole('button', { name: '检查并发布 v1' }).click();
    await seen(editor.getByRole('alert').filter({ hasText: '商户号还没有开通' }));
    await page.getByRole('checkbox', { name: '商户号已开通' }).check();
    const steps = editor.getByRole('navigation', { name: '上线准备' }).getByRole('listitem');
    await says(steps.nth(0), '商户号 已完成');

    await editor.getByRole('button', { name: '检查并发布 v1' }).click();
    const review = editor.getByRole('dialog', { name: '发布版本 1' });
    await seen(review.getByText('51 人比 50 人便宜 ¥390.00'));
    await review.getByRole('checkbox', { name: '我已核对，确定这样发布' }).check();
    await review.getByRole('button', { name: '发布版本 1' }).click();
    await says(steps.nth(2), '定价策略 版本 1');

    await editor.getByRole('button', { name: '提交上线' }).click();
    await editor.getByRole('button', { name: '上线…' }).click();
    const launch = editor.getByRole('dialog', { name: '现在上线？' });
    await seen(launch.getByText('试用从现在开始，共 15 天，到 2026-03-16 10:00 结束。'));
    await launch.getByRole('button', { name: '上线', exact: true }).click();
    await listed(steps, [
      '商户号 已完成',
      '企业授权 已完成',
      '定价策略 版本 1',
      '提交上线 2026-03-01',
      '上线 2026-03-01',
    ]);
  });

  it('lets the customer try, tells in time, and stops at the end', async () => {
    await visit('app.html');
    const gate = page.locator('expiry-gate');
    const app = page.getByRole('heading', { name: '本周看板' });
    await seen(app);
    await moveClock(page, '+7 天', '2026-03-08 10:00');
    await seen(app);
    expect(await gate.getByText('试用还剩').count()).toBe(0);
    await moveClock(page, '+1 天', '2026-03-09 10:00');
    await seen(gate.getByText('试用还剩 7 天，将于 2026-03-16 10:00 结束。'));
    await seen(app);

    await moveClock(page, '下个变化', '2026-03-16 10:00');
    await seen(gate.getByRole('heading', { name: '试用已结束' }));
    await seen(
      gate.getByText('试用于 2026-03-16 10:00 结束。已有的数据都还保留着，购买后即可继续使用。'),
    );
    await unseen(app);
  });

  it('tells a member whom to ask, and an administrator takes the extra trial', async () => {
    const gate = page.locator('expiry-gate');
    await choose(page, '身份', '企业成员');
    await seen(gate.getByText('请联系管理员：林悦。'));
    await unseen(gate.getByRole('button', { name: '购买' }));
    await unseen(page.getByRole('heading', { name: '本周看板' }));

    await choose(page, '身份', '企业管理员');
    await gate.getByRole('button', { name: '开启 7 天额外试用' }).click();
    await seen(page.getByRole('heading', { name: '本周看板' }));
    await seen(gate.getByText('试用还剩 7 天，将于 2026-03-23 10:00 结束。'));

    await moveClock(page, '+7 天', '2026-03-23 10:00');
    await seen(gate.getByText('试用于 2026-03-23 10:00 结束。'));
    await unseen(gate.getByRole('button', { name: /额外试用/ }));
    await unseen(page.getByRole('heading', { name: '本周看板' }));
  });

  it('lets the administrator buy in place, and opens by itself once it is paid', async () => {
    const gate = page.locator('expiry-gate');
    await gate.getByRole('button', { name: '购买' }).click();
    const form = page.locator('purchase-form');
    await form.getByLabel('人数', { exact: true }).fill('20');
    await form.getByRole('radio', { name: '2 年 9折 省 ¥996.00' }).check();
    await priced(form, [
      ['标准价 20 人共 ¥4,980.00 × 2 年', '¥9,960.00'],
      ['2 年 9折', '-¥996.00'],
      ['应付', '¥8,964.00'],
    ]);
    await seen(form.getByRole('group', { name: '到期' }).getByText('2028-03-22 10:00'));

    await form.getByRole('button', { name: '支付 ¥8,964.00' }).click();
    await says(form.getByRole('timer'), '2:00:00');
    await seen(form.getByText('请在 2026-03-23 12:00 前付款，逾期订单会自动关闭。'));
    await payCode(form, '¥8,964.00');
    await seen(page.getByRole('heading', { name: '本周看板' }));
    await unseen(gate.getByRole('heading', { name: '试用已结束' }));
  });

  it('expands with credit for what is left', async () => {
    await visit('checkout.html');
    await moveClock(page, '+30 天', '2026-04-22 10:00');
    const form = page.locator('purchase-form');
    await form.getByRole('radio', { name: '扩容' }).check();
    await form.getByLabel('人数', { exact: true }).fill('60');
    await seen(form.getByText('现在 20 人 → 60 人'));

    // 60 × ¥90 is less than the ¥8,964 × 700/730 that are left: something would be lost.
    await form.getByRole('radio', { name: '1 年' }).check();
    await priced(form, [
      ['标准价 60 人 × ¥90.00 × 1 年', '¥5,400.00'],
      ['剩余价值抵扣 ¥8,964.00 × 700/730 天', '-¥8,595.62'],
      ['抵扣以价格为限', '¥3,195.62'],
      ['应付', '¥0.00'],
    ]);
    await seen(
      form.getByRole('checkbox', {
        name: '我知道：¥3,195.62 的剩余价值超出本次价格，将作废且不退还；服务将于 2027-04-22 到期，比原来提前 335 天。',
      }),
    );
    await form.getByRole('button', { name: '确认下单，支付 ¥0.00' }).click();
    await seen(form.getByText('请勾选确认后再付款。'));

    await form.getByRole('radio', { name: '3 年 85折 省 ¥2,430.00' }).check();
    await priced(form, [
      ['标准价 60 人 × ¥90.00 × 3 年', '¥16,200.00'],
      ['3 年 85折', '-¥2,430.00'],
      ['剩余价值抵扣 ¥8,964.00 × 700/730 天', '-¥8,595.62'],
      ['应付', '¥5,174.38'],
    ]);
    await form.getByRole('button', { name: '支付 ¥5,174.38' }).click();
    await payCode(form, '¥5,174.38');

    const receipt = form.getByRole('region', { name: '扩容成功' });
    await says(fact(receipt, '人数'), '20 人 → 60 人');
    await says(fact(receipt, '到期'), '2028-03-22 10:00 → 2029-04-21 10:00');
    await says(fact(receipt, '实付'), '¥5,174.38');
    await says(fact(receipt, '剩余价值抵扣'), '¥8,595.62');
    await says(fact(receipt, '付款时间'), '2026-04-22 10:00');
  });

  it('renews from the end that was bought', async () => {
    const form = page.locator('purchase-form');
    await moveClock(page, '+1 天', '2026-04-23 10:00');
    await moveClock(page, '+1 天', '2026-04-24 10:00');
    await form.getByRole('button', { name: '再下一单' }).click();
    await form.getByRole('radio', { name: '续期' }).check();
    await priced(form, [
      ['标准价 60 人 × ¥90.00 × 1 年', '¥5,400.00'],
      ['应付', '¥5,400.00'],
    ]);
    const ends = form.getByRole('row', { name: /^到期/ }).getByRole('cell');
    await seen(ends.nth(0).getByText('2029-04-21 10:00'));
    await seen(ends.nth(1).getByText('2030-04-21 10:00'));
    await form.getByRole('button', { name: '支付 ¥5,400.00' }).click();
    await payCode(form, '¥5,400.00');
    const receipt = form.getByRole('region', { name: '续期成功' });
    await says(fact(receipt, '到期'), '2030-04-21 10:00');
    await says(fact(receipt, '实付'), '¥5,400.00');
  });

  it('lists what was bought, with what was told on the way', async () => {
    await visit('admin.html');
    await service({ seats: '60', ends: '2030-04-21 10:00', days: '1458' });
    await rows([
      ['2026-04-24', '续期', '60', '2029-04-21 至 2030-04-21', '¥5,400.00', '已支付'],
      ['2026-04-22', '扩容', '60', '2026-04-22 至 2029-04-21', '¥5,174.38', '已支付'],
      ['2026-03-23', '新购', '20', '2026-03-23 至 2028-03-22', '¥8,964.00', '已支付'],
    ]);
    await says(fact(orderList(page), '已收合计'), '¥19,538.38');
    await listed(page.locator('.inbox li'), [
      '“项目助手”的试用已结束 2026-03-23 10:00 试用于 2026-03-23 10:00 结束，应用已停用。已有的数据都还保留着，购买后即可继续使用。 收件人 林悦',
      '“项目助手”的试用即将结束 2026-03-16 10:00 试用将于 2026-03-23 10:00 结束，之后应用停用，数据会保留。购买后可以一直用下去。 收件人 林悦',
      '“项目助手”的试用已结束 2026-03-16 10:00 试用于 2026-03-16 10:00 结束，应用已停用。已有的数据都还保留着，购买后即可继续使用。 收件人 林悦',
      '“项目助手”的试用即将结束 2026-03-09 10:00 试用将于 2026-03-16 10:00 结束，之后应用停用，数据会保留。购买后可以一直用下去。 收件人 林悦',
    ]);
  });

  it('has an invoice asked for and sent', async () => {
    await orderOf(page, '¥8,964.00').getByRole('button', { name: '申请开票' }).click();
    const request = orderList(page).getByRole('dialog', { name: '申请开票' });
    await seen(request.getByText('开票金额 ¥8,964.00，由服务商开具'));
    await request.getByLabel('发票抬头').fill('星河科技有限公司');
    await request.getByLabel('税号').fill('91350211M000100Y43');
    await request.getByLabel('收票邮箱').fill('finance@example.com');
    await request.getByRole('button', { name: '提交开票申请' }).click();
    await seen(orderList(page).getByText('开票申请已提交。'));

    await visit('provider.html');
    await orderOf(page, '¥8,964.00').getByRole('button', { name: '处理开票' }).click();
    const mark = orderList(page).getByRole('dialog', { name: '处理开票' });
    await mark.getByRole('radio', { name: '电子发票已发送' }).check();
    await mark.getByRole('button', { name: '更新开票状态' }).click();
    await seen(orderList(page).getByText('开票状态已更新。'));

    await visit('admin.html');
    await orderOf(page, '¥8,964.00')
      .getByRole('button', { name: /^查看详情/ })
      .click();
    const details = orderList(page).locator('.panel');
    await says(fact(details, '发票抬头'), '星河科技有限公司');
    await says(fact(details, '税号'), '91350211M000100Y43');
    await says(fact(details, '发票类型'), '普通发票');
    await seen(details.getByText('已发送', { exact: true }));
  });

  it('gives the newest order back, and after it the one before, with the time they replaced', async () => {
    const refunded = async (
      amount: string,
      [loses, brings]: [string, string],
      [asked, due, paidOut]: [string, string, string],
    ): Promise<void> => {
      await visit('admin.html');
      const request = await chooseAction(page, amount, '申请退款');
      await seen(request.getByText(`退回 ${amount}`));
      await seen(request.getByText(loses));
      await seen(request.getByText(brings));
      await request.getByLabel('退款原因').fill('预算有调整');
      await request.getByRole('button', { name: '提交退款申请' }).click();
      await seen(orderOf(page, amount).getByText('申请退款中'));

      await visit('provider.html');
      await orderOf(page, amount).getByRole('button', { name: '处理退款' }).click();
      const decision = orderList(page).getByRole('dialog', { name: '处理退款' });
      await seen(decision.getByText(`林悦（企业管理员） 于 ${asked} 申请`));
      await seen(decision.getByText(`${due} 前没有处理会自动同意。`));
      await decision.getByRole('radio', { name: '同意退款' }).check();
      await seen(decision.getByText(`同意后 ${amount} 会原路退回客户`));
      await decision.getByRole('button', { name: '提交处理结果' }).click();
      await seen(orderOf(page, amount).getByText('退款中'));
      await moveClock(page, '+1 天', paidOut);
      await seen(orderOf(page, amount).getByText('已退款'));
      await visit('admin.html');
    };

    await refunded(
      '¥5,400.00',
      ['失去 60 人，2029-04-21 至 2030-04-21', '续期之前买的时长不受影响。'],
      ['2026-04-24 10:00', '2026-05-01 10:00', '2026-04-25 10:00'],
    );
    await service({ seats: '60', ends: '2029-04-21 10:00', days: '1092' });
    await says(fact(orderList(page), '已收合计'), '¥14,138.38');

    await refunded(
      '¥5,174.38',
      ['失去 60 人，2026-04-22 至 2029-04-21', '恢复之前的 20 人，2026-03-23 至 2028-03-22'],
      ['2026-04-25 10:00', '2026-05-02 10:00', '2026-04-26 10:00'],
    );
    await service({ seats: '20', ends: '2028-03-22 10:00', days: '696' });
    await says(fact(orderList(page), '已收合计'), '¥8,964.00');
    await rows([
      ['2026-04-24', '续期', '60', '2029-04-21 至 2030-04-21', '¥5,400.00', '已退款'],
      ['2026-04-22', '扩容', '60', '2026-04-22 至 2029-04-21', '¥5,174.38', '已退款'],
      ['2026-03-23', '新购', '20', '2026-03-23 至 2028-03-22', '¥8,964.00', '已支付'],
    ]);

    const refused = orderOf(page, '¥8,964.00');
    await refused.getByRole('button', { name: /的操作$/ }).click();
    const item = orderList(page).getByRole('menuitem', { name: '申请退款' });
    await seen(item.getByText('已经申请开票，不能退款；取消开票后可以再试。'));
    await seen(item.getByText('支付后 10 天内可以申请退款，已于 2026-04-02 10:00 截止。'));
    await page.keyboard.press('Escape');
  });

  it('takes a complaint to the operator, who answers and closes it', async () => {
    const complaint = await chooseAction(page, '¥8,964.00', '投诉服务商');
    await complaint.getByRole('radio', { name: '服务问题' }).check();
    await complaint.getByLabel('情况说明').fill('导入成员失败，两天没有回复。');
    await complaint.getByLabel('联系方式').fill('林悦 138 0000 0000');
    await complaint.getByRole('button', { name: '提交投诉' }).click();
    await seen(orderList(page).getByText('投诉已提交，平台会处理。'));

    await choose(page, '身份', '平台运营');
    await orderOf(page, '¥8,964.00').getByRole('button', { name: '答复投诉' }).click();
    const answer = orderList(page).getByRole('dialog', { name: '答复投诉' });
    await seen(answer.getByText('导入成员失败，两天没有回复。'));
    await answer.getByLabel('答复内容').fill('已请服务商今天联系您。');
    await answer.getByRole('checkbox', { name: '同时结束这个投诉' }).check();
    await answer.getByRole('button', { name: '提交答复' }).click();
    await seen(orderList(page).getByText('答复已提交。'));

    await choose(page, '身份', '企业管理员');
    await orderOf(page, '¥8,964.00')
      .getByRole('button', { name: /^查看详情/ })
      .click();
    const details = orderList(page).locator('.panel');
    await seen(details.getByText('已请服务商今天联系您。'));
    await seen(details.getByText('已结束'));
  });

  it('tells before the service ends, and stops at its end', async () => {
    await visit('app.html');
    const gate = page.locator('expiry-gate');
    await moveClock(page, '下个变化', '2028-03-15 10:00');
    await seen(gate.getByText('服务还剩 7 天，将于 2028-03-22 10:00 到期。'));
    await moveClock(page, '下个变化', '2028-03-22 10:00');
    await seen(
      gate.getByText('服务于 2028-03-22 10:00 到期。已有的数据都还保留着，续期后即可继续使用。'),
    );
    await seen(gate.getByRole('button', { name: '续期' }));
    await unseen(page.getByRole('heading', { name: '本周看板' }));
  });

  it('leaves nothing to complain about in the console, and asked where it should', () => {
    expect(demo.problems).toEqual([]);
    expect(asked > 100).toBe(world === '服务器');
    if (world === '本页') expect(asked).toBe(0);
  });

  async function service(is: { seats: string; ends: string; days: string }): Promise<void> {
    const facts = page.getByRole('main');
    await says(fact(facts, '状态'), '服务中');
    await says(fact(facts, '已购人数'), is.seats);
    await says(fact(facts, '到期'), is.ends);
    await says(fact(facts, '剩余天数'), is.days);
  }

  async function rows(expected: string[][]): Promise<void> {
    const cells = ['date', 'kind', 'seats', 'period', 'amount', 'status'];
    await Promise.all(
      cells.map((name, column) =>
        listed(
          orderList(page).locator(`td.${name} .cell-value`),
          expected.map((row) => row[column] ?? ''),
        ),
      ),
    );
  }
});

/** Two people, each with a browser of their own: what one does the other sees without asking. */
describe('two browsers on one server', () => {
  const at = '2026-03-01T02:00:00.000Z';
  let browser: Browser;
  let provider: Page;
  let buyer: Page;
  const demos: Demo[] = [];

  const open = async (path: string): Promise<Page> => {
    const demo = await openDemo(browser, { at });
    demos.push(demo);
    return demo.open(path);
  };

  beforeAll(async () => {
    browser = await launchChromium();
    provider = await open('provider.html?world=server&customer=lanhai');
    buyer = await open('checkout.html?world=server&customer=lanhai');
  });

  afterAll(() => browser.close());

  it('start over together, clock and all', async () => {
    buyer.on('dialog', (dialog) => void dialog.accept());
    const begunAnew = buyer.waitForEvent('load');
    await buyer.getByRole('button', { name: '清空并重来' }).click();
    await begunAnew;
    await says(provider.locator('demo-bar time'), '2026-03-01 10:00');
    await moveClock(buyer, '+1 天', '2026-03-02 10:00');
    await says(provider.locator('demo-bar time'), '2026-03-02 10:00');
  });

  it('see an order of the other, its new price, and that it is paid', async () => {
    const form = buyer.locator('purchase-form');
    await form.getByLabel('人数', { exact: true }).fill('10');
    await form.getByRole('button', { name: '支付 ¥1,980.00' }).click();
    await seen(orderOf(provider, '¥1,980.00').getByText('待支付'));

    const lower = await chooseAction(provider, '¥1,980.00', '改价');
    await lower.getByRole('textbox').first().fill('1800');
    await lower.getByRole('button', { name: '确认改价' }).click();
    await seen(form.getByText('服务商已将价格从 ¥1,980.00 调整为 ¥1,800.00。'));
    await form.getByRole('button', { name: '支付 ¥1,800.00' }).click();
    await payCode(form, '¥1,800.00');
    await seen(orderOf(provider, '¥1,800.00').getByText('已支付'));
  });

  it('leave nothing to complain about in the console', () => {
    expect(demos.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
