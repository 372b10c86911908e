import { expect } from '@open-wc/testing';
import { waitUntil } from '../../helpers/wait-until.js';
import { choose, click, field, find, focused, maybe, mount, textOf, type, world } from './mount.js';
import { fullPolicy } from './draft/drafts.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';

const picture = (editor: PricingEditor) => find(editor, '#plot-picture');
/** What the picture says of the chosen seats. */
const reading = (editor: PricingEditor) => picture(editor).getAttribute('aria-valuetext')!;
/** Opens what is folded up, as a click does. */
async function unfold(editor: PricingEditor, selector: string): Promise<void> {
  await click(editor, `${selector} > summary`);
  await waitUntil(() => maybe(editor, `${selector} > :nth-child(2)`));
}
const press = async (editor: PricingEditor, key: string) => {
  picture(editor).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await editor.updateComplete;
};
const stroke = (editor: PricingEditor, name: string) =>
  editor.shadowRoot!.querySelector(`path.${name}`)!;

describe('the preview', () => {
  let editor: PricingEditor;
  beforeEach(async () => {
    editor = await mount(world());
  });

  it('quotes any order as a buyer would be quoted, line by line', async () => {
    await type(editor, 'sample-seats', '60');
    await type(editor, 'sample-cycles', '2');
    const lines = textOf(editor, '.quote');
    expect(lines).to.contain('60 人 × ¥90.50 × 2 年');
    expect(lines).to.contain('¥10,860.00');
    expect(lines).to.contain('-¥1,086.00');
    expect(textOf(editor, '.quote-due')).to.equal('应付 ¥9,774.00');
  });

  it('says why an order cannot be made, beside the number that is to blame', async () => {
    await type(editor, 'sample-seats', '3');
    expect(textOf(editor, '#sample-seats-issues')).to.contain('最少购买 5 人');
    await type(editor, 'sample-seats', '一百');
    expect(textOf(editor, '#sample-seats-issues')).to.contain('请用数字填写');
    await type(editor, 'sample-cycles', '9');
    expect(textOf(editor, '#sample-cycles-issues')).to.equal('');
    await type(editor, 'sample-seats', '30');
    expect(textOf(editor, '#sample-cycles-issues')).to.contain('时长需要在');
  });

  it('reads the price out once it has come to rest', async () => {
    await type(editor, 'sample-seats', '6');
    await type(editor, 'sample-seats', '60');
    await waitUntil(() =>
      textOf(editor, 'p[role="status"]').includes('60 人，1 年，应付 ¥5,430.00'),
    );
  });

  it('draws the curve and says the same in a table', async () => {
    expect(picture(editor).getAttribute('aria-label')).to.equal(
      '5 人到 500 人的价格，从 ¥1,980.00 到 ¥35,000.00。',
    );
    expect(stroke(editor, 'draft.line').getAttribute('d')).to.match(/^M[\d.]+ [\d.]+L/);
    expect(stroke(editor, 'published').getAttribute('d')).to.equal('');
    await unfold(editor, '.as-table');
    const rows = [...find(editor, '.as-table tbody').querySelectorAll('tr')].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal([
      '5–10 ¥1,980.00 ¥1,980.00 ¥0.00',
      '11–50 ¥4,980.00 ¥4,980.00 ¥0.00',
      '51–386 ¥4,615.50 ¥34,933.00 ¥90.50',
      '387–500 ¥35,000.00 ¥35,000.00 ¥0.00',
    ]);
  });

  it('draws what is published behind a draft that differs', async () => {
    await type(editor, 'tier-3-amount', '120');
    expect(stroke(editor, 'published').getAttribute('d')).to.match(/^M/);
    expect(textOf(editor, '.legend')).to.contain('已发布的版本 1');
    await unfold(editor, '.as-table');
    expect(textOf(editor, '.as-table tbody tr:nth-child(3)')).to.contain('¥4,615.50');
    expect(textOf(editor, '.differences summary')).to.equal('与版本 1 的差异（1）');
  });

  it('lets the sample be chosen on the picture', async () => {
    const { left, top } = picture(editor).getBoundingClientRect();
    const event = new PointerEvent('pointerdown', {
      bubbles: true,
      clientX: left + 300,
      clientY: top + 90,
    });
    picture(editor).dispatchEvent(event);
    await editor.updateComplete;
    expect(Number(field(editor, 'sample-seats').value)).to.be.greaterThan(50);
  });

  it('goes blank, and says why, while there is no policy', async () => {
    await type(editor, 'trial-days', '');
    expect(textOf(editor, '.plot')).to.contain('价格填写完整后');
    expect(maybe(editor, '.quote')).to.equal(null);
    await type(editor, 'trial-days', '15');
    expect(maybe(editor, '.plot svg')).not.to.equal(null);
  });
});

describe('the picture', () => {
  let editor: PricingEditor;
  beforeEach(async () => {
    editor = await mount(world());
  });

  it('is walked along with the keys, seat by seat and from change to change', async () => {
    expect(picture(editor).getAttribute('role')).to.equal('slider');
    expect(reading(editor)).to.contain('30 人，1 年：¥4,980.00，平均每人 ¥166.00');
    await press(editor, 'ArrowRight');
    expect(field(editor, 'sample-seats').value).to.equal('31');
    await press(editor, 'PageUp');
    expect(picture(editor).getAttribute('aria-valuenow')).to.equal('50');
    await press(editor, 'PageUp');
    expect(reading(editor)).to.contain('51 人，1 年：¥4,615.50');
    expect(reading(editor)).to.contain('50 人时是 ¥4,980.00');
    expect(reading(editor)).to.contain('见提醒 1');
    await press(editor, 'Home');
    expect(reading(editor)).to.contain('可购买的最少人数');
    await press(editor, 'ArrowLeft');
    expect(reading(editor)).to.contain('4 人：不能购买');
    await press(editor, 'End');
    expect(reading(editor)).to.contain('可购买的最多人数');
    await press(editor, 'PageDown');
    expect(reading(editor)).to.contain('价格从这里起变化不同');
  });

  it('leaves keys alone that mean something else', () => {
    const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    picture(editor).dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('says the price by itself while it has the focus, and not a second time', async () => {
    picture(editor).focus();
    await press(editor, 'PageUp');
    picture(editor).blur();
    await type(editor, 'sample-seats', '7');
    await waitUntil(() => textOf(editor, 'p[role="status"]').includes('7 人，1 年'));
    expect(textOf(editor, 'p[role="status"]')).not.to.contain('50 人');
  });

  it('shows the price of each seat on demand', async () => {
    const before = stroke(editor, 'draft.line').getAttribute('d');
    await click(editor, '#plot-per-seat');
    expect(stroke(editor, 'draft.line').getAttribute('d')).not.to.equal(before);
    expect(maybe(editor, 'line.cap')).to.equal(null);
    await click(editor, '#plot-per-seat');
    expect(stroke(editor, 'draft.line').getAttribute('d')).to.equal(before);
  });

  it('shows every other length on demand, told apart by shape and word', async () => {
    expect(editor.shadowRoot!.querySelectorAll('.picture path.length:not(.jumps)')).to.have.length(
      0,
    );
    await click(editor, '#plot-lengths');
    const lines = editor.shadowRoot!.querySelectorAll('.picture path.length:not(.jumps)');
    expect(lines).to.have.length(4);
    const keys = [...editor.shadowRoot!.querySelectorAll('.key.length')].map((key) =>
      key.textContent.trim(),
    );
    expect(keys).to.deep.equal(['草稿，2 年', '草稿，3 年', '草稿，4 年', '草稿，5 年']);
    const shapes = [...editor.shadowRoot!.querySelectorAll('.key.length .ending')].map((shape) =>
      shape.innerHTML.replace(/<!--.*?-->/g, ''),
    );
    expect(new Set(shapes).size).to.equal(4);
  });

  it('shows the seats that are asked for', async () => {
    const ticks = () =>
      [
        ...editor.shadowRoot!.querySelectorAll('.picture > svg > text.tick[text-anchor="middle"]'),
      ].map((tick) => tick.textContent);
    await choose(editor, 'plot-range', 'all');
    expect(ticks()).to.include('1,000,000');
    await choose(editor, 'plot-range', 'near');
    expect(ticks()).to.include('30');
    expect(ticks()).not.to.include('100');
    await choose(editor, 'plot-range', 'limits');
    expect(ticks()).to.include('500');
  });
});

describe('the calculator', () => {
  let editor: PricingEditor;
  beforeEach(async () => {
    editor = await mount(
      world({ published: { ...fullPolicy, expansion: 'new-term', priceCap: null } }),
    );
  });

  it('credits what a customer has, line by line, and says what is lost', async () => {
    await choose(editor, 'sample-holding', 'paid');
    await type(editor, 'segment-1-seats', '20');
    await type(editor, 'segment-1-value', '100,000');
    await type(editor, 'sample-seats', '40');
    expect(textOf(editor, '.quote')).to.contain('剩余价值抵扣');
    expect(textOf(editor, '.quote')).to.contain('¥100,000.00 × 100/365 天');
    expect(textOf(editor, '.quote-due')).to.equal('应付 ¥0.00');
    expect(textOf(editor, '.losses')).to.contain('将作废且不退还');
  });

  it('takes several stacked times, and gives one up again', async () => {
    await choose(editor, 'sample-holding', 'paid');
    await click(editor, '#add-segment');
    await waitUntil(() => focused(editor) === 'segment-2-seats');
    expect(textOf(editor, '.quote').match(/剩余价值抵扣/g)).to.have.length(2);
    await click(editor, '.segment-row:nth-of-type(2) .icon-button');
    await waitUntil(() => focused(editor) === 'add-segment');
    expect(textOf(editor, '.quote').match(/剩余价值抵扣/g)).to.have.length(1);
  });

  it('says beside the field what it cannot read, and nothing of a price', async () => {
    await choose(editor, 'sample-holding', 'paid');
    await type(editor, 'segment-1-value', 'gratis');
    expect(textOf(editor, '#segment-1-value-issues')).to.contain('请用数字填写金额');
    await type(editor, 'segment-1-cycles', '6');
    expect(textOf(editor, '#segment-1-cycles-issues')).to.contain('1 到 5');
    expect(maybe(editor, '.quote')).to.equal(null);
  });

  it('says in words why an order of its kind cannot be made', async () => {
    await choose(editor, 'sample-kind', 'renew');
    expect(textOf(editor, '#sample-kind-issues')).to.contain('还没有购买过');
    await choose(editor, 'sample-kind', 'expand');
    expect(textOf(editor, '#sample-kind-issues')).to.contain('请先购买，再扩容');
    await choose(editor, 'sample-holding', 'paid');
    await choose(editor, 'sample-kind', 'new');
    expect(textOf(editor, '#sample-kind-issues')).to.contain('可以续期或扩容');
  });

  it('asks for no length where added seats keep the end', async () => {
    await choose(editor, 'expansion', 'co-term');
    await choose(editor, 'sample-holding', 'paid');
    expect(maybe(editor, '#sample-cycles')).to.equal(null);
    expect(textOf(editor, '.quote')).to.contain('剩余时间补差');
    await waitUntil(() => textOf(editor, 'p[role="status"]').includes('到期时间不变'));
  });
});

describe('common orders', () => {
  it('stand old against new, with amount and percentage, in words', async () => {
    const editor = await mount(world());
    await type(editor, 'tier-1-amount', '2,178');
    await unfold(editor, '.common-orders');
    const row = textOf(editor, '.cases tbody tr');
    expect(row).to.equal('5 人 1 年 ¥1,980.00 ¥2,178.00 贵 ¥198.00（10%）');
    await type(editor, 'max-seats', '80');
    expect(textOf(editor, '.cases')).to.contain('变为不能购买');
    await type(editor, 'tier-1-amount', '1,980');
    expect(textOf(editor, '.cases tbody tr')).to.contain('不变');
  });

  it('say why prices of another unit are not set side by side', async () => {
    const editor = await mount(world());
    await choose(editor, 'cycle', 'month');
    await unfold(editor, '.common-orders');
    expect(textOf(editor, '.common-orders')).to.contain('不能直接比较');
    expect(maybe(editor, '.cases .change')).to.equal(null);
  });
});

describe('warnings', () => {
  it('say what looks wrong in numbers, and lead to the field', async () => {
    const editor = await mount(world());
    expect(textOf(editor, '.warnings li')).to.contain('51 人比 50 人便宜 ¥364.50');
    const marks = [...editor.shadowRoot!.querySelectorAll('g.mark text')].map(
      (mark) => mark.textContent,
    );
    expect(marks).to.deep.equal(['1', '2']);
    await click(editor, '.warnings li .link');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('tier-3-amount');
    expect(reading(editor)).to.contain('51 人，1 年：¥4,615.50');
    expect(textOf(editor, 'p[role="status"]')).to.contain('图上已定位到 51 人，1 年');
    await type(editor, 'tier-3-amount', '100');
    expect(textOf(editor, '.warnings')).not.to.contain('便宜');
  });

  it('lead to a step, a limit and the cap as well', async () => {
    const editor = await mount(
      world({
        published: {
          ...fullPolicy,
          offer: { type: 'discount', steps: [{ minCycles: 20, payPercent: 90 }] },
          seatLimits: { min: 1, max: null },
          priceCap: { amount: 100, per: 'order' },
        },
      }),
    );
    const places = ['step-1-benefit', 'min-seats', 'cap-amount'];
    const links = [...editor.shadowRoot!.querySelectorAll<HTMLButtonElement>('.warnings .link')];
    const led: string[] = [];
    for (const link of links) {
      link.click();
      await editor.updateComplete;
      led.push(focused(editor));
    }
    expect(led).to.include.members(places);
  });

  it('are not there where nothing looks wrong', async () => {
    const editor = await mount(world());
    await choose(editor, 'rule-type', 'per-seat');
    await type(editor, 'unit-amount', '120');
    await type(editor, 'cap-amount', '');
    expect(maybe(editor, '.warnings')).to.equal(null);
    expect(textOf(editor, '.fine')).to.contain('没有发现');
  });
});
