import { expect, waitUntil } from '@open-wc/testing';
import { pricingEditor as en } from '../../../src/locales/pricing-editor/en.js';
import { pricingEditor as zh } from '../../../src/locales/pricing-editor/zh-CN.js';
import { field, find, issuesOf, mount, textOf, type, world } from './mount.js';

describe('pricing-editor in two languages', () => {
  it('switches live and keeps what was typed', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '九十');
    expect(issuesOf(editor, 'trial-days')).to.contain('请用数字填写');
    editor.lang = 'en';
    await waitUntil(() => textOf(editor, '#publish').includes('Review and publish v2'));
    expect(field(editor, 'trial-days').value).to.equal('九十');
    expect(issuesOf(editor, 'trial-days')).to.contain('Use digits');
    await type(editor, 'trial-days', '15');
    expect(textOf(editor, '.warnings li')).to.contain('51 seats cost ¥364.50 less than 50 seats');
    editor.lang = 'zh-CN';
    await waitUntil(() => textOf(editor, '#publish').includes('检查并发布'));
  });

  it('leaves no Chinese behind in English', async () => {
    const editor = await mount(world());
    editor.lang = 'en';
    // Each part fetches its own words.
    await waitUntil(() => !/[\u4e00-\u9fff]/.test(find(editor, '.editor').textContent));
    expect(textOf(editor, '#publish')).to.contain('Review');
  });

  it('has the same texts in both', () => {
    const shape = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`))
        : [`${path}: ${typeof value}`];
    expect(shape(en)).to.deep.equal(shape(zh));
  });
});
