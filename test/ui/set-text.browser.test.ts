import { expect } from '@open-wc/testing';
import { setText } from '../../src/ui/set-text.js';

describe('setText', () => {
  const element = document.createElement('span');

  beforeEach(() => element.replaceChildren());

  it('gives an empty element its text', () => {
    setText(element, '续期');
    expect(element.textContent).to.equal('续期');
  });

  it('gives it another text in the same node, and leaves one that is there already', () => {
    setText(element, '续期');
    const node = element.firstChild;
    const watching = new MutationObserver(() => undefined);
    watching.observe(element, { childList: true, characterData: true, subtree: true });
    setText(element, '续期');
    expect(watching.takeRecords()).to.deep.equal([]);
    setText(element, '<b>扩容</b>');
    expect(element.textContent).to.equal('<b>扩容</b>');
    expect([...element.childNodes]).to.deep.equal([node]);
    setText(element, '');
    expect(element.textContent).to.equal('');
  });

  it('puts a text in the place of other content', () => {
    element.append(document.createElement('b'));
    setText(element, '续期');
    expect(element.innerHTML).to.equal('续期');
  });
});
