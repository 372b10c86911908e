import { expect } from '@open-wc/testing';
import { defineAll } from '../src/define-all.js';
import { defineElement } from '../src/define-element.js';
import { BillingProvider } from '../src/elements/billing-provider/billing-provider.js';

/** What was said on the console while `work` ran. */
function warnings(work: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => void said.push(parts.join(' '));
  try {
    work();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('defineElement', () => {
  it('registers the class itself', () => {
    class First extends HTMLElement {}
    defineElement('seatkit-first', First);
    expect(customElements.get('seatkit-first')).to.equal(First);
  });

  it('leaves a tag of the same version alone, without a word', () => {
    defineElement('seatkit-same', class extends BillingProvider {});
    const holder = customElements.get('seatkit-same');
    const said = warnings(() => defineElement('seatkit-same', class extends BillingProvider {}));
    expect(customElements.get('seatkit-same')).to.equal(holder);
    expect(said).to.deep.equal([]);
  });

  it('leaves a tag of another version alone and warns', () => {
    class Older extends HTMLElement {
      static readonly version = '0.0.1';
    }
    customElements.define('seatkit-older', Older);
    const said = warnings(() => defineElement('seatkit-older', class extends BillingProvider {}));
    expect(customElements.get('seatkit-older')).to.equal(Older);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<seatkit-older>').and.to.contain('0.0.1');
  });

  it('warns when the tag belongs to something else', () => {
    customElements.define('seatkit-foreign', class extends HTMLElement {});
    const said = warnings(() => defineElement('seatkit-foreign', class extends BillingProvider {}));
    expect(said[0]).to.contain('something else');
  });

  it('still registers a class that the host has registered under its own name', () => {
    class Own extends HTMLElement {}
    customElements.define('host-own', Own);
    defineElement('seatkit-own', Own);
    expect(document.createElement('seatkit-own')).to.be.instanceOf(Own);
  });
});

describe('defineAll', () => {
  it('registers subclasses under a prefix, as many as wanted', () => {
    defineAll({ prefix: 'acme' });
    defineAll({ prefix: 'other' });
    const acme = document.createElement('acme-billing-provider');
    expect(acme).to.be.instanceOf(BillingProvider);
    expect(document.createElement('other-billing-provider').constructor).not.to.equal(
      acme.constructor,
    );
    expect(customElements.get('billing-provider')).to.equal(undefined);
  });

  it('says when a prefix makes no tag name', () => {
    expect(() => defineAll({ prefix: 'Not A Name' })).to.throw(DOMException);
  });
});
