import { expect, waitUntil } from '@open-wc/testing';
import { choose, click, field, find, focused, maybe, mount, textOf, type, world } from './mount.js';
import { fullPolicy } from './draft/drafts.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';

const picture = (editor: PricingEditor) => editor.shadowRoot!.querySelector('.plot svg')!;
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

  it('draws the curve and says the same in a table', () => {
    expect(picture(editor).getAttribute('aria-label')).to.equal(
      '5 人到 500 人的价格，从 ¥1,980.00 到 ¥35,000.00。',
    );
    expect(stroke(editor, 'draft').getAttribute('d')).to.match(/^M[\d.]+ [\d.]+L/);
    expect(stroke(editor, 'published').getAttribute('d')).to.equal('');
    const rows = [...find(editor, '.plot tbody').querySelectorAll('tr')].map((row) =>
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
    expect(textOf(editor, '.plot tbody tr:nth-child(3)')).to.contain('¥4,615.50');
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

describe('warnings', () => {
  it('say what looks wrong in numbers, and lead to the field', async () => {
    const editor = await mount(world());
    expect(textOf(editor, '.warnings li')).to.contain('51 人比 50 人便宜 ¥364.50');
    await click(editor, '.warnings li .link');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('tier-3-amount');
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
