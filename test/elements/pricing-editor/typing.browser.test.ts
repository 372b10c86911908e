import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Policy } from '../../../src/domain/index.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import { fullPolicy } from './draft/drafts.js';
import {
  click,
  colleague,
  field,
  focused,
  issuesOf,
  leave,
  mount,
  settled,
  type,
  world,
  ID,
} from './mount.js';

async function alone(value: Policy | null = fullPolicy): Promise<PricingEditor> {
  const editor = await mount(null, '');
  editor.value = value;
  await settled(editor);
  return editor;
}

describe('what is typed', () => {
  it('stays to the letter while it is typed, whatever it is, and through every redraw', async () => {
    const editor = await alone();
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.stringMatching(/^[￥¥$-]? ?[\d０-９]{1,5}[,，.．。]?[\d０-９]{0,4} ?(元|%|折)?$/),
    );
    const fields = ['trial-days', 'tier-1-upTo', 'tier-1-amount', 'step-1-benefit', 'cap-amount'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), texts, async (id, text) => {
        const input = field(editor, id);
        input.focus();
        input.value = text;
        // What the browser itself takes from it, line breaks for one.
        const typed = input.value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await editor.updateComplete;
        editor.requestUpdate();
        editor.lang = editor.lang === 'en' ? 'zh-CN' : 'en';
        await editor.updateComplete;
        expect(field(editor, id).value).to.equal(typed);
        expect(focused(editor)).to.equal(id);
      }),
      { numRuns: 20 },
    );
  });

  it('stays when the host gives back what it was told, valid or not', async () => {
    const editor = await alone();
    editor.addEventListener('policy-changed', ({ detail }) => (editor.value = detail.policy));
    const input = field(editor, 'tier-1-amount');
    for (const text of ['1', '12', '12.', '12.5', '12.5x', '12.5', '']) {
      await type(editor, 'tier-1-amount', text);
      expect(input.value).to.equal(text);
      expect(focused(editor)).to.equal('tier-1-amount');
    }
    expect(field(editor, 'trial-days').value).to.equal('15');
    editor.value = null;
    await editor.updateComplete;
    expect(field(editor, 'trial-days').value).to.equal('15');
  });

  it('gives way to another value of the host', async () => {
    const editor = await alone();
    await type(editor, 'tier-1-amount', '12.50');
    editor.value = { ...fullPolicy, trial: { days: 3, extraDays: null } };
    await editor.updateComplete;
    expect(field(editor, 'tier-1-amount').value).to.equal('1,980');
    expect(field(editor, 'trial-days').value).to.equal('3');
    editor.value = null;
    await editor.updateComplete;
    expect(field(editor, 'trial-days').value).to.equal('15');
    expect(field(editor, 'unit-amount').value).to.equal('');
  });

  it('stays when somebody else publishes meanwhile, even where it means the same as before', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'tier-1-amount', '1980.0');
    await colleague(backend).publishPolicy(ID, {
      policy: { ...fullPolicy, priceCap: null },
      baseVersion: 1,
    });
    await settled(editor);
    await new Promise(requestAnimationFrame);
    await editor.updateComplete;
    expect(field(editor, 'tier-1-amount').value).to.equal('1980.0');
    expect(focused(editor)).to.equal('tier-1-amount');
  });

  it('comes back after an undo, to the letter', async () => {
    const editor = await mount(world());
    await type(editor, 'tier-1-amount', '￥１９');
    await type(editor, 'trial-days', '十五');
    await click(editor, '#undo');
    expect(field(editor, 'tier-1-amount').value).to.equal('1,980');
    await click(editor, '#recover');
    expect(field(editor, 'trial-days').value).to.equal('十五');
    expect(editor.value).to.equal(null);
  });

  const said: readonly (readonly [string, string, string])[] = [
    ['cap-amount', '-5', '不能小于零'],
    ['cap-amount', '1e3', '请用数字填写金额'],
    ['cap-amount', '12.345', '最多 2 位小数'],
    ['cap-amount', '$12', '请用数字填写金额'],
    ['cap-amount', '999999999999999999', '数字太大'],
    ['trial-days', '-1', '不能小于零'],
    ['trial-days', '1.5', '整数'],
    ['trial-days', '1e1', '请用数字填写'],
    ['trial-days', '61', '1 到 60'],
    ['step-1-benefit', '69', '最低 7 折'],
  ];
  for (const [id, text, words] of said) {
    it(`is kept and answered in words: ${text} in ${id}`, async () => {
      const editor = await alone();
      await type(editor, id, text);
      expect(issuesOf(editor, id)).to.contain(words);
      expect(field(editor, id).getAttribute('aria-invalid')).to.equal('true');
      await leave(editor, id);
      expect(field(editor, id).value).to.equal(text);
      expect(editor.value).to.equal(null);
    });
  }
});
