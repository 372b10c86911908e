import { expect } from '@open-wc/testing';
import { createLocalBackend, type LocalBackend } from '../../../../src/backends/local/index.js';
import { policyWith } from '../../../helpers/policy.js';
import { click, field, find, focused, heard, ID, maybe, mount, textOf, type } from '../mount.js';
import type { PricingEditor } from '../../../../src/elements/pricing-editor/pricing-editor.js';
import { waitUntil } from '../../../helpers/wait-until.js';

const CONFIRM = '#review-dialog .dialog-actions .primary';

/** A customer after the launch who asks for an order, and pays it or leaves it waiting. */
function customer(seats: number, pays: boolean): LocalBackend {
  return createLocalBackend({
    session: 'provider',
    seed: async ({ clock, installations, gateway, as }) => {
      await clock.set('2026-03-01T08:00:00.000Z');
      await installations.create(ID);
      const provider = as('provider');
      await provider.publishPolicy(ID, { policy: policyWith({}), baseVersion: null });
      await provider.submit(ID);
      await provider.launch(ID);
      const administrator = as('administrator');
      const request = { kind: 'new', seats, cycles: 1 } as const;
      const quote = await administrator.quote(ID, request);
      const { id } = await administrator.createOrder(ID, {
        request,
        quote,
        acceptForfeit: false,
        key: 'order-once',
      });
      if (!pays) return;
      await administrator.startPayment(id, {
        method: 'wechat',
        environment: 'desktop',
        key: 'payment-once',
      });
      const { payments } = await administrator.order(id);
      await gateway.pay(payments[0]?.number ?? '');
    },
  });
}

/** 30 seats, bought. */
const sold = () => customer(30, true);

async function review(editor: PricingEditor): Promise<string> {
  await click(editor, '#publish');
  await waitUntil(() => find(editor, '#review-dialog', HTMLDialogElement).open);
  return textOf(editor, '#review-dialog .dialog-body');
}

describe('the review before publishing', () => {
  it('says what changes for new orders and at the renewal of what is bought', async () => {
    const editor = await mount(sold());
    await type(editor, 'unit-amount', '132');
    const text = await review(editor);
    expect(text).to.contain(
      '新订单 涨得最多的是 1 人 1 年：从 ¥120.00 到 ¥132.00，涨 ¥12.00（10%）。',
    );
    expect(text).to.match(/已购买的时长 30 人，用到 \d{4}-\d\d-\d\d \d\d:\d\d，不受影响。/);
    expect(text).to.contain('续期 30 人 1 年：从 ¥3,600.00 到 ¥3,960.00，涨 ¥360.00（10%）。');
    expect(maybe(editor, '#accept-risks')).to.equal(null);
  });

  it('asks to tick what is risky before it publishes, and names it', async () => {
    const backend = sold();
    const editor = await mount(backend);
    await type(editor, 'unit-amount', '180');
    await type(editor, 'max-seats', '20');
    await review(editor);
    expect(textOf(editor, '.risks ul')).to.equal(
      '涨得最多的是 1 人 1 年：从 ¥120.00 到 ¥180.00，涨 ¥60.00（50%）。现有的 30 人将不能续期：最多购买 20 人。',
    );
    let asked = 0;
    editor.addEventListener('policy-publish', () => asked++);
    await click(editor, CONFIRM);
    await waitUntil(() => focused(editor) === 'accept-risks');
    expect(textOf(editor, '.risks')).to.contain('请先核对上面的内容并勾选');
    expect(asked).to.equal(0);

    await click(editor, '#accept-risks');
    expect(textOf(editor, '.risks')).not.to.contain('请先核对');
    const { detail } = await heard(editor, 'policy-published', () => find(editor, CONFIRM).click());
    expect(detail.published.version).to.equal(2);
  });

  it('asks again where the review was closed, or the risks are others', async () => {
    const editor = await mount(sold());
    await type(editor, 'unit-amount', '0');
    expect(await review(editor)).to.contain('的订单是 0 元');
    await click(editor, '#accept-risks');
    expect(field(editor, 'accept-risks').checked).to.equal(true);
    await click(editor, '#review-dialog .dialog-actions button');
    await review(editor);
    expect(field(editor, 'accept-risks').checked).to.equal(false);
  });

  it('leaves a running trial and a waiting order as they are', async () => {
    const backend = customer(5, false);
    const editor = await mount(backend);
    editor.timeZone = 'Asia/Shanghai';
    await type(editor, 'trial-days', '3');
    const text = await review(editor);
    expect(text).to.contain('试用 按上线时的条款继续，到 2026-03-16 16:00 结束');
    expect(text).to.match(/等待付款的订单 订单 \S+ 保持原价。/);
    expect(text).to.contain('新订单 价格不变。');
  });
});
