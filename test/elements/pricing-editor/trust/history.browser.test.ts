import { expect } from '@open-wc/testing';
import { fullPolicy } from '../draft/drafts.js';
import { click, colleague, field, find, ID, maybe, mount, textOf, type, world } from '../mount.js';
import type { LocalBackend } from '../../../../src/backends/local/index.js';
import type { PricingEditor } from '../../../../src/elements/pricing-editor/pricing-editor.js';
import { waitUntil } from '../../../helpers/wait-until.js';

/** Three versions: the second by somebody else. */
async function threeVersions(): Promise<LocalBackend> {
  const backend = world();
  await colleague(backend).publishPolicy(ID, {
    policy: { ...fullPolicy, expansion: 'new-term' },
    baseVersion: 1,
  });
  await backend.publishPolicy(ID, {
    policy: { ...fullPolicy, expansion: 'new-term', trial: { days: 30, extraDays: null } },
    baseVersion: 2,
  });
  return backend;
}

async function open(editor: PricingEditor): Promise<void> {
  await click(editor, '#open-history');
  await waitUntil(() => maybe(editor, '.versions'));
}

async function compare(editor: PricingEditor, side: 'from' | 'to', value: string): Promise<void> {
  const select = find(editor, `#compare-${side}`, HTMLSelectElement);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await editor.updateComplete;
}

describe('the versions of a policy', () => {
  it('are listed with who, when and what changed', async () => {
    const editor = await mount(await threeVersions());
    await open(editor);
    const heads = [...find(editor, '.versions').children].map(({ id }) => id);
    expect(heads).to.deep.equal(['version-3', 'version-2', 'version-1']);
    expect(textOf(editor, '#version-3')).to.contain('使用中');
    expect(textOf(editor, '#version-3 tbody')).to.equal('试用时间 15 天 30 天 额外试用 7 天 没有');
    expect(textOf(editor, '#version-2')).to.contain('李工');
    expect(textOf(editor, '#version-2')).to.contain('1 处修改');
    expect(textOf(editor, '#version-1')).to.contain('第一次发布');
    expect(maybe(editor, '#restore-3')).to.equal(null);
  });

  it('can be compared, any two, also with the draft', async () => {
    const editor = await mount(await threeVersions());
    await type(editor, 'max-seats', '400');
    await open(editor);
    const rows = () => textOf(editor, '[aria-labelledby="compare-heading"] tbody');
    expect(rows()).to.equal('试用时间 15 天 30 天 额外试用 7 天 没有');
    await compare(editor, 'from', '1');
    expect(rows()).to.contain('扩容方式 到期时间不变 重新计时');
    await compare(editor, 'to', 'draft');
    expect(rows()).to.contain('最多购买 500 人 400 人');
    await compare(editor, 'from', 'draft');
    expect(textOf(editor, '[aria-labelledby="compare-heading"]')).to.contain('两边相同');
  });

  it('can be a draft again: nothing is published, and the draft before can be had back', async () => {
    const backend = await threeVersions();
    const editor = await mount(backend);
    await type(editor, 'max-seats', '400');
    await open(editor);
    await click(editor, '#restore-1');
    expect(field(editor, 'trial-days').value).to.equal('15');
    expect(field(editor, 'max-seats').value).to.equal('500');
    expect(editor.dirty).to.equal(true);
    expect((await backend.policy(ID))?.version).to.equal(3);
    expect(textOf(editor, 'p[role="status"]')).to.contain('版本 1 已恢复为草稿');

    await type(editor, 'min-seats', '6');
    await click(editor, '#recover-replaced');
    expect(field(editor, 'max-seats').value).to.equal('400');
    expect(field(editor, 'trial-days').value).to.equal('30');
    expect(maybe(editor, '#recover-replaced')).to.equal(null);
    // And what was typed after the restoration is not gone either.
    await click(editor, '#recover');
    expect(field(editor, 'min-seats').value).to.equal('6');
  });

  it('that cannot be loaded say so, and can be asked for again', async () => {
    const backend = world();
    const editor = await mount(backend);
    backend.simulation.setFaults({ policyVersions: 'network' });
    await click(editor, '#open-history');
    await waitUntil(() => maybe(editor, '#history-dialog .state.failed'));
    backend.simulation.setFaults({});
    await click(editor, '#history-dialog .state button');
    await waitUntil(() => maybe(editor, '#version-1'));
  });

  it('are none before the first publication', async () => {
    const editor = await mount(world({ published: null }));
    await click(editor, '#open-history');
    expect(textOf(editor, '#history-dialog')).to.contain('还没有版本');
  });

  it('are listed a few at a time', async () => {
    const backend = world();
    for (let version = 1; version < 22; version++) {
      await backend.publishPolicy(ID, {
        policy: { ...fullPolicy, trial: { days: version, extraDays: null } },
        baseVersion: version,
      });
    }
    const editor = await mount(backend);
    await open(editor);
    expect(find(editor, '.versions').children).to.have.length(20);
    await click(editor, '.versions + button');
    expect(find(editor, '.versions').children).to.have.length(22);
  });
});
