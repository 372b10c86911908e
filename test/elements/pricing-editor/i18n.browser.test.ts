import { expect } from '@open-wc/testing';
import { pricingEditor as en } from '../../../src/locales/pricing-editor/en.js';
import { pricingEditor as zh } from '../../../src/locales/pricing-editor/zh-CN.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { field, find, issuesOf, mount, textOf, type, world } from './mount.js';

describe('pricing-editor in two languages', () => {
  it('switches live and keeps what was typed', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '九十');
    expect(issuesOf(editor, 'trial-days')).to.contain('请用数字填写');
    editor.lang = 'en';
    const published = () => textOf(editor, '#publish').includes('Review and publish v2');
    await waitUntil(published, 'it is in English');
    expect(field(editor, 'trial-days').value).to.equal('九十');
    expect(issuesOf(editor, 'trial-days')).to.contain('Use digits');
    await type(editor, 'trial-days', '15');
    const said = () =>
      textOf(editor, '.warnings li').includes('51 seats cost ¥364.50 less than 50 seats');
    await waitUntil(said, 'the warnings are too');
    editor.lang = 'zh-CN';
    await waitUntil(() => textOf(editor, '#publish').includes('检查并发布'));
  });

  it('leaves no Chinese behind in English', async () => {
    const editor = await mount(world());
    editor.lang = 'en';
    // Who published has the name they have.
    const texts = () => find(editor, '.editor').textContent.replaceAll('服务商', '');
    const chinese = () => /[\u4e00-\u9fff]/.test(texts());
    await waitUntil(() => !chinese(), 'no Chinese is left');
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
