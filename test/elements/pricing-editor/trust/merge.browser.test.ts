import { expect } from '@open-wc/testing';
import type { Policy } from '../../../../src/domain/index.js';
import { fullPolicy } from '../draft/drafts.js';
import { click, colleague, field, find, ID, maybe, mount, textOf, type, world } from '../mount.js';
import type { PricingEditor } from '../../../../src/elements/pricing-editor/pricing-editor.js';
import { waitUntil } from '../../../helpers/wait-until.js';

const theirs: Policy = {
  ...fullPolicy,
  trial: { days: 20, extraDays: 7 },
  expansion: 'new-term',
};

async function conflict(edit: (editor: PricingEditor) => Promise<void>, published = theirs) {
  const backend = world();
  const editor = await mount(backend);
  await edit(editor);
  await colleague(backend).publishPolicy(ID, { policy: published, baseVersion: 1 });
  await waitUntil(() => maybe(editor, '#conflict'));
  return { backend, editor };
}

const side = (editor: PricingEditor, part: string, value: 'theirs' | 'yours') =>
  find(editor, `input[name="merge-${part}"][value="${value}"]`, HTMLInputElement);

describe('choosing where two have changed a policy', () => {
  it('keeps what one changed oneself and takes the rest, unless told otherwise', async () => {
    const { editor } = await conflict(async (each) => {
      await type(each, 'trial-days', '30');
      await type(each, 'max-seats', '300');
    });
    expect(side(editor, 'trial.days', 'yours').checked).to.equal(true);
    expect(side(editor, 'expansion', 'theirs').checked).to.equal(true);
    expect(textOf(editor, '.choices tbody tr')).to.contain('双方都改了');
  });

  it('goes by each choice, and what was given up can be had back', async () => {
    const { backend, editor } = await conflict(async (each) => {
      await type(each, 'trial-days', '30');
      await type(each, 'max-seats', '300');
    });
    side(editor, 'trial.days', 'theirs').click();
    side(editor, 'expansion', 'yours').click();
    await editor.updateComplete;
    await click(editor, '.conflict .primary');
    expect(editor.value).to.deep.equal({
      ...fullPolicy,
      trial: { days: 20, extraDays: 7 },
      seatLimits: { min: 5, max: 300 },
    });
    expect((await backend.policy(ID))?.version).to.equal(2);
    expect(textOf(editor, '#publish')).to.contain('v3');
    await click(editor, '#recover-replaced');
    expect(field(editor, 'trial-days').value).to.equal('30');
  });

  it('takes one side for all at once', async () => {
    const { editor } = await conflict((each) => type(each, 'trial-days', '30'));
    await click(editor, '#all-yours');
    expect(side(editor, 'expansion', 'yours').checked).to.equal(true);
    await click(editor, '#all-theirs');
    expect(side(editor, 'trial.days', 'theirs').checked).to.equal(true);
    await click(editor, '.conflict .primary');
    expect(editor.value).to.deep.equal(theirs);
    expect(editor.dirty).to.equal(false);
  });

  it('decides tiers together, and lists what differs in them', async () => {
    const rule = fullPolicy.rule;
    if (rule.type !== 'tiered') throw new Error('There are tiers');
    const published: Policy = {
      ...fullPolicy,
      rule: { ...rule, tiers: [{ upTo: 12, flatAmount: 210_000 }, ...rule.tiers.slice(1)] },
    };
    const { editor } = await conflict((each) => type(each, 'tier-2-amount', '5000'), published);
    const [row] = find(editor, '.choices tbody').querySelectorAll('tr');
    const lines = [...(row?.cells[2]?.querySelectorAll('.line') ?? [])].map((line) =>
      line.textContent.trim(),
    );
    expect(lines).to.deep.equal([
      '第 1 级的价格 共 ¥2,100.00',
      '第 1 级的人数 到 12 人',
      '第 2 级的价格 未改',
    ]);
    side(editor, 'rule', 'theirs').click();
    await editor.updateComplete;
    await click(editor, '.conflict .primary');
    expect(editor.value).to.deep.equal(published);
  });

  it('shows the readable changes of a draft that is not complete, and keeps the others as typed', async () => {
    const { editor } = await conflict(async (each) => {
      await type(each, 'max-seats', '300');
      await type(each, 'trial-days', '三十');
    });
    const rows = [...find(editor, '.choices tbody').querySelectorAll('tr')].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows.find((row) => row.includes('试用时间'))).to.contain('还没有填完');
    expect(rows.find((row) => row.includes('最多购买'))).to.contain('300 人');
    await click(editor, '.conflict .primary');
    expect(field(editor, 'trial-days').value).to.equal('三十');
    expect(field(editor, 'max-seats').value).to.equal('300');
  });

  it('begins anew with the next publication', async () => {
    const { backend, editor } = await conflict((each) => type(each, 'trial-days', '30'));
    await click(editor, '#all-theirs');
    await colleague(backend).publishPolicy(ID, {
      policy: { ...theirs, trial: { days: 25, extraDays: 7 } },
      baseVersion: 2,
    });
    await waitUntil(() => textOf(editor, '#conflict').includes('版本 3'));
    expect(side(editor, 'trial.days', 'yours').checked).to.equal(true);
  });
});
