import { expect } from '@open-wc/testing';
import { storeText } from '../../../../src/elements/pricing-editor/draft/saved.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { fullPolicy } from '../draft/drafts.js';
import {
  click,
  colleague,
  field,
  heard,
  ID,
  maybe,
  mount,
  mountAgain,
  textOf,
  type,
  world,
} from '../mount.js';
import { waitUntil } from '../../../helpers/wait-until.js';

const NAME = `seatkit:pricing-draft:${ID}`;
const base = { version: 1, policy: fullPolicy };

/** What another tab writes, and how this one hears of it. */
function writeElsewhere(text: string | null): void {
  if (text === null) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, text);
  dispatchEvent(new StorageEvent('storage', { key: NAME, newValue: text }));
}

const theirs = storeText({ draft: { ...draftOf(fullPolicy), trialDays: '33' }, base });

const stored = () => localStorage.getItem(NAME);

/** Whether the browser would ask before the page is left. */
function asks(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

afterEach(() => localStorage.removeItem(NAME));

describe('the same draft in two tabs', () => {
  it('is noticed, and not written over', async () => {
    const editor = await mount(world());
    await type(editor, 'max-seats', '400');
    await waitUntil(() => stored()?.includes('"400"'));
    writeElsewhere(theirs);
    await waitUntil(() => maybe(editor, '#take-rival'));
    await type(editor, 'max-seats', '401');
    expect(textOf(editor, '.bar')).not.to.contain('已保存');
    editor.remove();
    expect(stored()).to.equal(theirs);
  });

  it('is noticed even where nobody tells, before the first write', async () => {
    const editor = await mount(world());
    localStorage.setItem(NAME, theirs);
    await type(editor, 'max-seats', '400');
    await waitUntil(() => maybe(editor, '#take-rival'));
    expect(stored()).to.equal(theirs);
  });

  it('can be the other one, and the one before can be had back', async () => {
    const editor = await mount(world());
    await type(editor, 'max-seats', '400');
    writeElsewhere(theirs);
    await waitUntil(() => maybe(editor, '#take-rival'));
    await click(editor, '#take-rival');
    expect(field(editor, 'trial-days').value).to.equal('33');
    expect(field(editor, 'max-seats').value).to.equal('500');
    expect(maybe(editor, '#take-rival')).to.equal(null);
    await click(editor, '#recover-replaced');
    expect(field(editor, 'max-seats').value).to.equal('400');
  });

  it('can be this one, which is kept from then on', async () => {
    const editor = await mount(world());
    await type(editor, 'max-seats', '400');
    writeElsewhere(theirs);
    await waitUntil(() => maybe(editor, '#keep-mine'));
    await click(editor, '#keep-mine');
    await waitUntil(() => stored()?.includes('"400"'));
    expect(field(editor, 'trial-days').value).to.equal('15');
  });

  it('is no matter once the other tab has none any more', async () => {
    const editor = await mount(world());
    writeElsewhere(theirs);
    await waitUntil(() => maybe(editor, '#take-rival'));
    writeElsewhere(null);
    await waitUntil(() => !maybe(editor, '#take-rival'));
    await type(editor, 'max-seats', '400');
    await waitUntil(() => stored()?.includes('"400"'));
  });

  it('of an older version meets the newer one', async () => {
    const backend = world();
    const editor = await mount(backend);
    await colleague(backend).publishPolicy(ID, {
      policy: { ...fullPolicy, expansion: 'new-term' },
      baseVersion: 1,
    });
    await waitUntil(() => textOf(editor, '.bar').includes('版本 2'));
    writeElsewhere(theirs);
    await waitUntil(() => maybe(editor, '#take-rival'));
    await click(editor, '#take-rival');
    expect(textOf(editor, '.conflict')).to.contain('李工');
    expect(field(editor, 'trial-days').value).to.equal('33');
  });
});

describe('leaving with changes', () => {
  it('asks nothing while the draft is kept, and tells the host', async () => {
    const editor = await mount(world());
    const { detail } = await heard(editor, 'draft-changed', () => type(editor, 'max-seats', '400'));
    expect(detail).to.deep.equal({ dirty: true, kept: true });
    expect(editor.dirty).to.equal(true);
    expect(asks()).to.equal(false);
    const back = await heard(editor, 'draft-changed', () => click(editor, '#undo'));
    expect(back.detail).to.deep.equal({ dirty: false, kept: false });
    expect(editor.dirty).to.equal(false);
  });

  it('asks while the browser keeps nothing, until there is nothing to lose', async () => {
    const editor = await mount(world());
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await type(editor, 'trial-days', '21');
      await waitUntil(() => asks());
      await click(editor, '#undo');
      expect(asks()).to.equal(false);
      await click(editor, '#recover');
      await waitUntil(() => asks());
      editor.remove();
      expect(asks()).to.equal(false);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('asks while another tab keeps another draft', async () => {
    const editor = await mount(world());
    await type(editor, 'max-seats', '400');
    writeElsewhere(theirs);
    await waitUntil(() => asks());
    await click(editor, '#keep-mine');
    expect(asks()).to.equal(false);
  });

  it('is for the host to decide without a backend', async () => {
    const editor = await mount(null, '');
    editor.value = fullPolicy;
    await waitUntil(() => maybe(editor, '#max-seats'));
    await type(editor, 'max-seats', '400');
    expect(editor.dirty).to.equal(true);
    expect(asks()).to.equal(false);
  });
});

describe('a draft found again', () => {
  it('says that it is older than what is published', async () => {
    const backend = world();
    const first = await mount(backend);
    await type(first, 'trial-days', '30');
    first.remove();
    await colleague(backend).publishPolicy(ID, {
      policy: { ...fullPolicy, expansion: 'new-term' },
      baseVersion: 1,
    });
    const again = await mountAgain(backend);
    expect(textOf(again, '.conflict')).to.contain('从版本 1 开始的，已经不是最新版本');
  });
});
