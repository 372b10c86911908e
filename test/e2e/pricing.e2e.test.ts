import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { says, seen, unseen } from '../helpers/e2e/read.js';

/** A customer with 30 seats until 2027, and two versions. */
const SOLD = 'provider.html?customer=yunshan';
/** A customer who tries the app by the first version. */
const TRYING = 'provider.html?customer=lanhai';

describe('pricing that can be trusted', () => {
  let browser: Browser;
  let demo: Demo;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  beforeEach(async () => {
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
  });

  afterEach(async () => {
    expect(demo.problems).toEqual([]);
    await demo.close();
  });

  afterAll(() => browser.close());

  const editorOn = (page: Page) => page.locator('pricing-editor');
  const reviewOf = (editor: Locator, version: number) =>
    editor.getByRole('dialog', { name: `发布版本 ${version}` });
  const press = (scope: Locator, name: string) => scope.getByRole('button', { name }).click();

  async function publish(editor: Locator, version: number): Promise<void> {
    await press(editor, `检查并发布 v${version}`);
    await press(reviewOf(editor, version), `发布版本 ${version}`);
    await seen(editor.getByRole('button', { name: `检查并发布 v${version + 1}` }));
  }

  it('publishes what shuts the present subscription out only once that is confirmed', async () => {
    const editor = editorOn(await demo.open(SOLD));
    await editor.getByLabel('最多购买').fill('20');
    await press(editor, '检查并发布 v3');
    const review = reviewOf(editor, 3);
    await seen(review.getByText('现有的 30 人将不能续期：最多购买 20 人。'));
    await seen(review.getByText('30 人，用到 2027-01-20 10:00，不受影响。'));
    await press(review, '发布版本 3');
    await seen(review.getByText('请先核对上面的内容并勾选。'));
    await review.getByRole('checkbox').check();
    await press(review, '发布版本 3');
    await unseen(review);
    await seen(editor.getByText('使用中：版本 3，周敏，2026-03-01 10:00'));
  });

  it('sets both changes side by side where two published, and takes each as chosen', async () => {
    const mine = editorOn(await demo.open(SOLD));
    await mine.locator('#trial-days').fill('30');
    await mine.getByLabel('最多购买').fill('400');
    await seen(mine.getByText('草稿已保存在本机'));
    // The other tab is to find both fields, not the first alone.
    const kept = () => mine.page().evaluate(() => Object.values(localStorage).join('\n'));
    await expect.poll(kept).toContain('"400"');

    const other = await demo.open(SOLD);
    const theirs = editorOn(other);
    await seen(theirs.getByText('已找回上次的草稿'));
    await press(theirs, '撤销修改');
    await theirs.getByLabel('试用时间').fill('20');
    await theirs.getByRole('radio', { name: '到期时间不变' }).check();
    await seen(mine.getByText('另一个标签页改了这份草稿'));
    await publish(theirs, 3);
    await other.close();

    await seen(mine.getByRole('heading', { name: /发布了版本 3/ }));
    await unseen(mine.getByText('另一个标签页改了这份草稿'));
    await expect.poll(() => mine.locator('#trial-days').inputValue()).toBe('30');
    await mine.getByRole('radio', { name: '试用时间：用对方的 20 天' }).check();
    await press(mine, '按选择在版本 3 之上继续');
    await publish(mine, 4);
    await press(mine, '版本记录');
    const history = mine.getByRole('dialog', { name: '版本记录' });
    await says(history.locator('#version-4 summary'), '1 处修改');
    await history.getByLabel('从').selectOption('版本 2');
    const compared = history.getByRole('region', { name: '比较两个版本' }).locator('tbody tr');
    await expect.poll(() => compared.count()).toBe(3);
  });

  it('brings an old version back as a draft, and the draft before it too', async () => {
    const editor = editorOn(await demo.open(SOLD));
    await editor.getByLabel('最多购买').fill('400');
    await press(editor, '版本记录');
    await press(editor, '把版本 1 恢复为草稿');
    await expect.poll(() => editor.getByLabel('最多购买').inputValue()).toBe('500');
    await seen(editor.getByText('使用中：版本 2'));
    await press(editor, '找回之前的草稿');
    await expect.poll(() => editor.getByLabel('最多购买').inputValue()).toBe('400');
    await seen(editor.getByText('使用中：版本 2'));
  });

  it('carries a policy from one customer to another as a file', async () => {
    const page = await demo.open(SOLD);
    await editorOn(page).getByLabel('最多购买').fill('400');
    await press(editorOn(page), '导出');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(editorOn(page), '下载文件'),
    ]);
    expect(download.suggestedFilename()).toBe('policy.json');
    const file = await download.path();

    const editor = editorOn(await demo.open(TRYING));
    await press(editor, '导入');
    const dialog = editor.getByRole('dialog', { name: '导入定价策略' });
    const broken = readFileSync(file, 'utf8').replace('"upTo": 50', '"upTo": 5, "size": "M"');
    await dialog.getByLabel('文件内容（JSON）').fill(broken);
    await seen(dialog.getByText('有 2 处问题，草稿没有改变。'));
    await seen(dialog.getByText('不认识的项“size”，可能来自更新的版本，请删除它。'));
    await dialog.getByRole('button', { name: '在内容里定位到第 2 级的人数' }).click();
    await expect.poll(() => selected(dialog)).toBe('"upTo": 5');

    await dialog.locator('#import-file').setInputFiles(file);
    await seen(dialog.getByText('没有问题。与现在的草稿有 1 处不同：'));
    await press(dialog, '用它替换草稿');
    await unseen(dialog);
    await expect.poll(() => editor.getByLabel('最多购买').inputValue()).toBe('400');
    await press(editor, '检查并发布 v2');
    const review = reviewOf(editor, 2);
    await seen(review.getByText(/按上线时的条款继续，到 .* 结束，这里的修改不影响它。/));
  });

  const selected = (dialog: Locator) =>
    dialog
      .locator('textarea')
      .evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      );
});
