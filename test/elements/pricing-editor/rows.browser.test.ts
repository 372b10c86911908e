import { expect } from '@open-wc/testing';
import type { Policy } from '../../../src/domain/index.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import { pricingEditor } from '../../../src/locales/pricing-editor/zh-CN.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { fullPolicy } from './draft/drafts.js';
import {
  choose,
  click,
  field,
  find,
  focused,
  issuesOf,
  maybe,
  mount,
  textOf,
  type,
} from './mount.js';

/** An editor whose rows can be moved: the handles come a little later than the fields. */
async function withHandles(value: Policy = fullPolicy): Promise<PricingEditor> {
  const editor = await mount(null, '');
  editor.value = value;
  await waitUntil(() => maybe(editor, '.grip'), 'the handles are there');
  return editor;
}

const said = (editor: PricingEditor) => textOf(editor, 'p[role="status"]');
const rowsOf = (editor: PricingEditor, table = '.tiers') => [
  ...editor.shadowRoot!.querySelectorAll<HTMLElement>(`${table} .row`),
];
const grip = (editor: PricingEditor, list: string, id: number) =>
  find(editor, `#grip-${list}-${id}`);
const boundsOf = (editor: PricingEditor) =>
  rowsOf(editor).map((row) => row.querySelector('input')!.value);
const amountsOf = (editor: PricingEditor) =>
  rowsOf(editor).map((row) => row.querySelectorAll('input')[1]!.value);

async function press(editor: PricingEditor, target: HTMLElement, key: string, altKey = false) {
  target.focus();
  const event = new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  await editor.updateComplete;
  await editor.updateComplete;
  return event.defaultPrevented;
}

async function point(target: HTMLElement, kind: string, y: number) {
  const init = { pointerId: 1, clientX: 5, clientY: y, bubbles: true, composed: true };
  target.dispatchEvent(new PointerEvent(kind, init));
  await Promise.resolve();
}

const middle = (element: HTMLElement) => {
  const { top, bottom } = element.getBoundingClientRect();
  return (top + bottom) / 2;
};

/** A pointer that was never pressed cannot be captured. */
function withoutCapture(handle: HTMLElement): HTMLElement {
  handle.setPointerCapture = () => undefined;
  return handle;
}

describe('rows that are moved', () => {
  let editor: PricingEditor;
  beforeEach(async () => {
    editor = await withHandles();
  });

  it('go with Alt and an arrow key from any field, the field keeps the focus, and it is said', async () => {
    const prevented = await press(editor, field(editor, 'tier-3-amount'), 'ArrowUp', true);
    expect(prevented).to.equal(true);
    expect(boundsOf(editor)).to.deep.equal(['10', '50', '']);
    expect(amountsOf(editor)).to.deep.equal(['1,980', '90.50', '4,980']);
    expect(focused(editor)).to.equal('tier-3-amount');
    expect(said(editor)).to.equal('第 3 级已移到第 2 行，各行的界限不变。');
    expect((editor.value?.rule as { tiers: unknown[] }).tiers[1]).to.deep.equal({
      upTo: 50,
      unitAmount: 9_050,
    });
  });

  it('go with the arrow keys alone from their handle, and say where they cannot go', async () => {
    await press(editor, grip(editor, 'tiers', 1), 'ArrowDown');
    expect(focused(editor)).to.equal('grip-tiers-1');
    expect(amountsOf(editor)).to.deep.equal(['4,980', '1,980', '90.50']);
    await press(editor, grip(editor, 'tiers', 1), 'ArrowDown');
    const before = editor.value;
    await press(editor, grip(editor, 'tiers', 1), 'ArrowDown');
    expect(said(editor)).to.contain('已经在最后');
    expect(editor.value).to.equal(before);
  });

  it('leave the arrow keys to a text without Alt, and to a select always', async () => {
    expect(await press(editor, field(editor, 'tier-3-amount'), 'ArrowUp')).to.equal(false);
    expect(await press(editor, find(editor, '#tier-3-priced'), 'ArrowUp', true)).to.equal(false);
    expect(amountsOf(editor)).to.deep.equal(['1,980', '4,980', '90.50']);
  });

  it('are dragged by their handle to where they are dropped, and not before', async () => {
    const handle = withoutCapture(grip(editor, 'tiers', 3));
    const [first] = rowsOf(editor);
    await point(handle, 'pointerdown', middle(handle));
    await point(handle, 'pointermove', first!.getBoundingClientRect().top);
    await editor.updateComplete;
    expect(amountsOf(editor)).to.deep.equal(['1,980', '4,980', '90.50']);
    expect(first!.classList.contains('target')).to.equal(true);
    await point(handle, 'pointerup', first!.getBoundingClientRect().top);
    handle.click();
    await editor.updateComplete;
    await editor.updateComplete;
    expect(amountsOf(editor)).to.deep.equal(['90.50', '1,980', '4,980']);
    expect(maybe(editor, '.row.carried, .row.target')).to.equal(null);
    expect(focused(editor)).to.equal('grip-tiers-3');
  });

  it('stay when the pointer is taken away or comes back', async () => {
    const handle = withoutCapture(grip(editor, 'tiers', 3));
    const [first] = rowsOf(editor);
    for (const end of ['pointercancel', 'pointerup']) {
      const own = middle(handle);
      await point(handle, 'pointerdown', own);
      await point(handle, 'pointermove', middle(first!));
      if (end === 'pointerup') await point(handle, 'pointermove', own);
      await point(handle, end, own);
      await editor.updateComplete;
      expect(amountsOf(editor), end).to.deep.equal(['1,980', '4,980', '90.50']);
      expect(maybe(editor, '.row.carried'), end).to.equal(null);
    }
  });

  it('go by a press on one handle and a press on another, without any dragging', async () => {
    await click(editor, '#grip-tiers-1');
    expect(grip(editor, 'tiers', 1).getAttribute('aria-pressed')).to.equal('true');
    expect(said(editor)).to.contain('已拿起第 1 级');
    await click(editor, '#grip-tiers-3');
    expect(amountsOf(editor)).to.deep.equal(['4,980', '90.50', '1,980']);
    await click(editor, '#grip-tiers-2');
    await press(editor, grip(editor, 'tiers', 2), 'Escape');
    expect(maybe(editor, '.row.carried')).to.equal(null);
    expect(said(editor)).to.contain('留在原处');
    expect(amountsOf(editor)).to.deep.equal(['4,980', '90.50', '1,980']);
  });

  it('take their bounds along where those are out of order', async () => {
    await type(editor, 'tier-1-upTo', '60');
    expect(issuesOf(editor, 'tier-2-upTo')).to.contain('至少 61');
    await press(editor, grip(editor, 'tiers', 1), 'ArrowDown');
    expect(boundsOf(editor)).to.deep.equal(['50', '60', '']);
    expect(editor.value).not.to.equal(null);
    expect(said(editor)).to.contain('连同界限');
  });

  it('are steps of an offer, too', async () => {
    await press(editor, field(editor, 'step-2-benefit'), 'ArrowUp', true);
    expect(editor.value?.offer?.steps).to.deep.equal([
      { minCycles: 2, payPercent: 87.5 },
      { minCycles: 3, payPercent: 90 },
    ]);
    expect(focused(editor)).to.equal('step-2-benefit');
  });

  it('cannot be moved where nothing can be edited', async () => {
    editor.readOnly = true;
    await editor.updateComplete;
    expect(maybe(editor, '.grip')).to.equal(null);
    await press(editor, rowsOf(editor)[2]!, 'ArrowUp', true);
    expect(amountsOf(editor)).to.deep.equal(['1,980', '4,980', '90.50']);
  });
});

describe('tiers', () => {
  it('are split in two at the same price, with the seat to split at ready to be typed', async () => {
    const editor = await withHandles();
    await click(editor, '.tiers .row:nth-child(2) .row-tools .icon-button');
    await editor.updateComplete;
    expect(boundsOf(editor)).to.deep.equal(['10', '30', '50', '']);
    expect(amountsOf(editor)).to.deep.equal(['1,980', '4,980', '4,980', '90.50']);
    expect(focused(editor)).to.equal('tier-4-upTo');
    expect(rowsOf(editor)[2]!.querySelector('.from')!.textContent).to.contain('31–');
    await type(editor, 'tier-4-upTo', '20');
    expect(rowsOf(editor)[2]!.querySelector('.from')!.textContent).to.contain('21–');
    expect(editor.value).not.to.equal(null);
  });

  it('of one seat say why they are not split', async () => {
    const editor = await withHandles();
    await type(editor, 'tier-2-upTo', '11');
    await click(editor, '.tiers .row:nth-child(2) .row-tools .icon-button');
    expect(boundsOf(editor)).to.have.length(3);
    expect(said(editor)).to.contain('只有一个人');
  });

  it('are at most a hundred, and the table says so in place of adding one more', async () => {
    const tiers = Array.from({ length: 100 }, (_, index) => ({
      upTo: index === 99 ? null : (index + 1) * 10,
      unitAmount: 10_000 - index,
    }));
    const editor = await withHandles({
      ...fullPolicy,
      rule: { type: 'tiered', mode: 'volume', tiers },
    });
    const add = find(editor, '#add-tier');
    expect(add.getAttribute('aria-disabled')).to.equal('true');
    expect(textOf(editor, '#add-tier-help')).to.contain('最多 100 级');
    add.click();
    await editor.updateComplete;
    await editor.updateComplete;
    expect(said(editor)).to.contain('最多 100 级');
    expect(rowsOf(editor)).to.have.length(100);
    expect(focused(editor)).to.equal('add-tier');
    await click(editor, '.tiers .row:nth-child(100) .row-tools .icon-button:last-child');
    expect(find(editor, '#add-tier').getAttribute('aria-disabled')).to.equal('false');
    expect(field(editor, 'tier-99-upTo').value).to.equal('');
  });

  it('explain the modes by themselves', async () => {
    const editor = await withHandles();
    expect(textOf(editor, '.example')).to.contain('例如 60 人');
    expect(textOf(editor, '.example .chosen')).to.equal('按总人数 60 × ¥90.50 = ¥5,430.00');
    await choose(editor, 'mode', 'graduated');
    expect(textOf(editor, '.example .chosen')).to.contain('¥1,980.00 + ¥4,980.00 + 10 × ¥90.50');
    await type(editor, 'tier-3-amount', '100');
    expect(textOf(editor, '.example .chosen')).to.contain('10 × ¥100.00 = ¥7,960.00');
    await type(editor, 'tier-1-upTo', '');
    expect(maybe(editor, '.example')).to.equal(null);
  });

  it('are drawn again only where a keystroke changes them', async () => {
    const editor = await withHandles();
    const drawn: string[] = [];
    const { row } = pricingEditor.tiers;
    pricingEditor.tiers.row = (place) => {
      drawn.push(place);
      return row(place);
    };
    try {
      await type(editor, 'tier-2-upTo', '60');
    } finally {
      pricingEditor.tiers.row = row;
    }
    expect(drawn).to.deep.equal(['2', '3']);
    expect(rowsOf(editor)[2]!.querySelector('.from')!.textContent).to.contain('61–');
  });
});

describe('offers', () => {
  it('take a discount as shops write it, and print what is paid', async () => {
    const editor = await withHandles();
    await type(editor, 'step-1-benefit', '8.5折');
    expect(editor.value?.offer?.steps[0]).to.deep.equal({ minCycles: 2, payPercent: 85 });
    expect(field(editor, 'step-1-benefit').value).to.equal('8.5折');
    field(editor, 'step-1-benefit').blur();
    await editor.updateComplete;
    expect(field(editor, 'step-1-benefit').value).to.equal('85');
    expect(textOf(editor, '.steps .row .hint')).to.equal('85折');
    expect(textOf(editor, '#offer-help')).to.contain('90 表示付 90%');
  });
});
