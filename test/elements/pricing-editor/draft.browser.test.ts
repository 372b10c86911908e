import { expect } from '@open-wc/testing';
import { waitUntil } from '../../helpers/wait-until.js';
import {
  field,
  ID,
  maybe,
  mount,
  mountAgain,
  textOf,
  type,
  click,
  world,
  colleague,
} from './mount.js';
import { fullPolicy } from './draft/drafts.js';

const NAME = `seatkit:pricing-draft:${ID}`;

describe('a draft between visits', () => {
  it('is found again as it was typed, and says so', async () => {
    const backend = world();
    const first = await mount(backend);
    await type(first, 'cap-amount', '四万');
    first.remove();

    const again = await mountAgain(backend);
    expect(field(again, 'cap-amount').value).to.equal('四万');
    expect(textOf(again, '.bar')).to.contain('已找回上次的草稿');
  });

  it('is written while one goes on, not only on leaving', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '21');
    await waitUntil(() => localStorage.getItem(NAME)?.includes('"21"'));
    expect(textOf(editor, '.bar')).to.contain('草稿已保存在本机');
  });

  it('belongs to its installation', async () => {
    const backend = world();
    await backend.simulation.installations.create('other');
    const editor = await mount(backend);
    await type(editor, 'trial-days', '21');
    editor.installationId = 'other';
    await waitUntil(() => maybe(editor, '#unit-amount'));
    expect(field(editor, 'trial-days').value).to.equal('15');
    editor.installationId = ID;
    await waitUntil(() => maybe(editor, '#tier-1-amount'));
    expect(field(editor, 'trial-days').value).to.equal('21');
  });

  it('is forgotten once it says what is published', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '21');
    await type(editor, 'trial-days', '15');
    editor.remove();
    expect(localStorage.getItem(NAME)).to.equal(null);
  });

  it('is passed over when it cannot be read', async () => {
    localStorage.setItem(NAME, '{"form":1,"draft":{"trialDays":7}}');
    const editor = await mountAgain(world());
    expect(field(editor, 'trial-days').value).to.equal('15');
    localStorage.removeItem(NAME);
  });

  it('from an older version meets the newer one', async () => {
    const backend = world();
    const first = await mount(backend);
    await type(first, 'trial-days', '30');
    first.remove();
    await colleague(backend).publishPolicy(ID, {
      policy: { ...fullPolicy, expansion: 'new-term' },
      baseVersion: 1,
    });
    const again = await mountAgain(backend);
    expect(textOf(again, '.conflict')).to.contain('李工');
    expect(field(again, 'trial-days').value).to.equal('30');
  });

  it('stays in the page where the browser does not keep it, and says so', async () => {
    const editor = await mount(world());
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await type(editor, 'trial-days', '21');
      await waitUntil(() => textOf(editor, '.bar').includes('浏览器不允许保存'));
      expect(field(editor, 'trial-days').value).to.equal('21');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('survives an undo that was not meant', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '21');
    await click(editor, '#undo');
    await click(editor, '#recover');
    expect(editor.value?.trial.days).to.equal(21);
  });
});
