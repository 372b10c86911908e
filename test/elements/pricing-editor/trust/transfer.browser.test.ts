import { expect } from '@open-wc/testing';
import { policyFile } from '../../../../src/domain/policy/file.js';
import { fullPolicy } from '../draft/drafts.js';
import { click, field, find, ID, maybe, mount, settled, textOf, type, world } from '../mount.js';
import type { PricingEditor } from '../../../../src/elements/pricing-editor/pricing-editor.js';
import { waitUntil } from '../../../helpers/wait-until.js';

const content = (editor: PricingEditor) => find(editor, '#import-content', HTMLTextAreaElement);
const use = (editor: PricingEditor) => find(editor, '#use-import', HTMLButtonElement);

async function paste(editor: PricingEditor, text: string): Promise<void> {
  const area = content(editor);
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await editor.updateComplete;
}

function issues(editor: PricingEditor): string[] {
  return [...editor.shadowRoot!.querySelectorAll('.file-issues li > span')].map((issue) =>
    issue.textContent.replace(/\s+/g, ' ').trim(),
  );
}

const other = { ...fullPolicy, trial: { days: 21, extraDays: null }, seatLimits: null };

describe('importing a policy', () => {
  it('shows what it would change, and replaces the draft only when asked to', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'max-seats', '400');
    await click(editor, '#open-import');
    expect(use(editor).disabled).to.equal(true);
    await paste(editor, policyFile(other));
    expect(textOf(editor, '#import-findings')).to.contain('没有问题。与现在的草稿有 4 处不同');
    expect(field(editor, 'max-seats').value).to.equal('400');

    await click(editor, '#use-import');
    expect(field(editor, 'trial-days').value).to.equal('21');
    expect(field(editor, 'max-seats').value).to.equal('');
    expect((await backend.policy(ID))?.version).to.equal(1);
    await click(editor, '#recover-replaced');
    expect(field(editor, 'max-seats').value).to.equal('400');
  });

  it('takes a file that was chosen, and one that was dropped', async () => {
    const editor = await mount(world());
    await click(editor, '#open-import');
    const chooser = find(editor, '#import-file', HTMLInputElement);
    const chosen = new DataTransfer();
    chosen.items.add(new File([policyFile(other)], 'policy.json'));
    chooser.files = chosen.files;
    chooser.dispatchEvent(new Event('change'));
    await waitUntil(() => !use(editor).disabled);

    const dropped = new DataTransfer();
    dropped.items.add(new File(['{"schema":"orders/1"}'], 'orders.json'));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: dropped });
    find(editor, '.drop').dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(true);
    await waitUntil(() => issues(editor).length > 0);
    expect(issues(editor)).to.deep.equal(['文件 这不是定价策略文件。']);
    expect(use(editor).disabled).to.equal(true);
  });

  it('names every issue with its place in words, and goes there', async () => {
    const editor = await mount(world());
    await click(editor, '#open-import');
    const policy = {
      ...fullPolicy,
      trial: { days: 90, extraDays: null },
      colour: 'red',
      rule: {
        type: 'tiered',
        tiers: [
          { upTo: 10, flatAmount: 1.5 },
          { upTo: 5, size: 'L' },
        ],
      },
    };
    await paste(editor, JSON.stringify({ schema: 'seatkit.policy/1', policy }, null, 2));
    expect(issues(editor)).to.have.members([
      '试用时间 trial.days 需要在 1 到 60 之间。',
      '第 1 级的价格 rule.tiers[0].flatAmount 需要是整数。',
      '第 2 级的人数 rule.tiers[1].upTo 需要大于前一项。',
      '第 2 级 rule.tiers[1] 缺少价格：flatAmount 或 unitAmount。',
      '第 2 级 rule.tiers[1].size 不认识的项“size”，可能来自更新的版本，请删除它。',
      '文件 colour 不认识的项“colour”，可能来自更新的版本，请删除它。',
    ]);
    expect(use(editor).disabled).to.equal(true);
    expect(field(editor, 'trial-days').value).to.equal('15');

    const at = issues(editor).findIndex((issue) => issue.includes('upTo'));
    await click(editor, `.file-issues li:nth-child(${String(at + 1)}) button`);
    const { value, selectionStart, selectionEnd } = content(editor);
    expect(value.slice(selectionStart, selectionEnd)).to.equal('"upTo": 5');
    expect(editor.shadowRoot!.activeElement).to.equal(content(editor));
  });

  it('refuses at once what is huge or nested without end, and shows none of it', async () => {
    const editor = await mount(world());
    await click(editor, '#open-import');
    const chooser = find(editor, '#import-file', HTMLInputElement);
    const chosen = new DataTransfer();
    chosen.items.add(new File(['['.repeat(10_000_000)], 'policy.json'));
    chooser.files = chosen.files;
    chooser.dispatchEvent(new Event('change'));
    await waitUntil(() => issues(editor).length > 0);
    expect(issues(editor)).to.deep.equal(['文件 内容太大，不是定价策略文件。']);
    expect(content(editor).value).to.equal('');
    await paste(editor, '['.repeat(100_000));
    expect(issues(editor)).to.deep.equal(['文件 嵌套太深，不是定价策略文件。']);
    await paste(editor, '{"currency":');
    expect(issues(editor)[0]).to.contain('不是有效的 JSON');
  });

  it('lists the first of very many issues, and counts the rest', async () => {
    const editor = await mount(world());
    await click(editor, '#open-import');
    const strays = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`k${at}`, 1]));
    await paste(editor, JSON.stringify({ ...fullPolicy, ...strays }));
    expect(textOf(editor, '#import-findings')).to.match(/有 \d+ 处问题/);
    expect(issues(editor).length).to.be.at.most(50);
  });
});

describe('exporting a policy', () => {
  it('gives the draft as a file that can be imported', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '21');
    await click(editor, '#open-export');
    const { value } = find(editor, '#export-content', HTMLTextAreaElement);
    expect(value).to.equal(policyFile({ ...fullPolicy, trial: { days: 21, extraDays: 7 } }));

    const { click: pressed } = HTMLAnchorElement.prototype;
    const links: { name: string; href: string }[] = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      links.push({ name: this.download, href: this.href });
    };
    try {
      await click(editor, '#export-dialog .primary');
    } finally {
      HTMLAnchorElement.prototype.click = pressed;
    }
    const [link] = links;
    expect(link?.name).to.equal('policy.json');
    expect(await (await fetch(link?.href ?? '')).text()).to.equal(value);
  });

  it('gives the version in force while the draft has faults, and says so', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '三十');
    await click(editor, '#open-export');
    expect(textOf(editor, '#export-dialog')).to.contain('使用中的版本 1');
    expect(find(editor, '#export-content', HTMLTextAreaElement).value).to.equal(
      policyFile(fullPolicy),
    );
  });

  it('says why there is nothing to give', async () => {
    const editor = await mount(world({ published: null }));
    await click(editor, '#open-export');
    expect(textOf(editor, '#export-dialog')).to.contain('还不能导出');
    expect(maybe(editor, '#export-content')).to.equal(null);
  });

  it('selects the content where the browser does not copy', async () => {
    const editor = await mount(world());
    await click(editor, '#open-export');
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      await click(editor, '#export-dialog .dialog-actions button');
      await waitUntil(() => textOf(editor, '#export-dialog').includes('请手动复制'));
    } finally {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    }
    const { value, selectionStart, selectionEnd } = find(
      editor,
      '#export-content',
      HTMLTextAreaElement,
    );
    expect(selectionEnd - selectionStart).to.equal(value.length);
  });
});

describe('templates', () => {
  it('stand where nothing is priced yet, and can be undone', async () => {
    const editor = await mount(world({ published: null }));
    expect(textOf(editor, '.notes')).to.contain('¥120.00 / 人 / 年');
    await type(editor, 'trial-days', '20');
    expect(maybe(editor, '.notes .cards')).to.equal(null);
    await click(editor, '#open-templates');
    await click(editor, '#templates-dialog #template-packages');
    expect(editor.value?.rule.type).to.equal('tiered');
    expect(editor.value?.trial.days).to.equal(20);
    expect(find(editor, '#templates-dialog', HTMLDialogElement).open).to.equal(false);
    await click(editor, '#recover-replaced');
    expect(field(editor, 'unit-amount').value).to.equal('');
    expect(field(editor, 'trial-days').value).to.equal('20');
  });

  it('are for who may change the policy', async () => {
    const editor = await mount(world({ session: 'operator' }));
    await settled(editor);
    expect(maybe(editor, '#open-templates')).to.equal(null);
    expect(maybe(editor, '#open-import')).to.equal(null);
    expect(maybe(editor, '#open-history')).not.to.equal(null);
    expect(maybe(editor, '#open-export')).not.to.equal(null);
  });
});
