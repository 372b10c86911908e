import { expect, fixture, html } from '@open-wc/testing';
import { BillingProvider } from '../../../src/elements/billing-provider/billing-provider.js';
import '../../../src/elements/billing-provider/define.js';
import { errorsOf, named, type ProbeElement } from '../../helpers/probe-element.js';
import { waitUntil } from '../../helpers/wait-until.js';

const probeIn = (parent: ParentNode) => parent.querySelector<ProbeElement>('probe-element')!;

/** The addresses asked for while `work` runs, each answered with nothing found. */
async function requests(work: () => Promise<void>): Promise<string[]> {
  const urls: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input) => {
    urls.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response('{}', { status: 404 }));
  };
  try {
    await work();
  } finally {
    globalThis.fetch = fetch;
  }
  return urls;
}

const asks = (probe: ProbeElement) => probe.activeBackend?.session().catch(() => null);

describe('<billing-provider>', () => {
  // Loaded once beforehand, so that no test waits for the network.
  before(() => import('../../../src/backends/http/index.js'));

  it('gives what is inside its backend, however late', async () => {
    const provider = await fixture<BillingProvider>(
      html`<billing-provider
        ><p><probe-element></probe-element></p
      ></billing-provider>`,
    );
    expect(await probeIn(provider).shown()).to.equal('none');
    provider.backend = named('a');
    await provider.updateComplete;
    expect(await probeIn(provider).shown()).to.equal('a');
    provider.backend = named('b');
    await provider.updateComplete;
    expect(await probeIn(provider).shown()).to.equal('b');
    provider.backend = null;
    await provider.updateComplete;
    expect(await probeIn(provider).shown()).to.equal('none');
  });

  it('reaches elements that were drawn before it was defined', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div>
        <late-provider><probe-element></probe-element></late-provider>
      </div>`,
    );
    const late = Object.assign(parent.querySelector('late-provider')!, { backend: named('late') });
    expect(await probeIn(parent).shown()).to.equal('none');
    class LateProvider extends BillingProvider {}
    customElements.define('late-provider', LateProvider);
    await (late as unknown as LateProvider).updateComplete;
    expect(await probeIn(parent).shown()).to.equal('late');
  });

  it('lets go of what leaves it', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div>
        <billing-provider .backend=${named('a')}><probe-element></probe-element></billing-provider>
      </div>`,
    );
    const probe = probeIn(parent);
    expect(await probe.shown()).to.equal('a');
    parent.append(probe);
    expect(await probe.shown()).to.equal('none');
  });

  it('takes up no room of its own', async () => {
    const provider = await fixture<BillingProvider>(
      html`<billing-provider><p>text</p></billing-provider>`,
    );
    expect(getComputedStyle(provider).display).to.equal('contents');
    provider.hidden = true;
    expect(getComputedStyle(provider).display).to.equal('none');
  });

  it('asks the server at src, and another one when that changes', async () => {
    const urls = await requests(async () => {
      const provider = await fixture<BillingProvider>(
        html`<billing-provider src="https://one.example/api">
          <probe-element></probe-element>
        </billing-provider>`,
      );
      const probe = probeIn(provider);
      await waitUntil(() => probe.activeBackend);
      const first = probe.activeBackend;
      await asks(probe);
      provider.src = 'https://two.example/api';
      await waitUntil(() => probe.activeBackend && probe.activeBackend !== first);
      await asks(probe);
      provider.removeAttribute('src');
      await waitUntil(() => probe.activeBackend === null);
    });
    expect(urls.map((url) => new URL(url).host)).to.deep.equal(['one.example', 'two.example']);
  });

  it('prefers the property to src, and comes back to src', async () => {
    const provider = await fixture<BillingProvider>(
      html`<billing-provider src="/api" .backend=${named('own')}>
        <probe-element></probe-element>
      </billing-provider>`,
    );
    const probe = probeIn(provider);
    expect(await probe.shown()).to.equal('own');
    const own = probe.activeBackend;
    provider.backend = null;
    await waitUntil(() => probe.activeBackend && probe.activeBackend !== own);
  });

  it('keeps to the last of several addresses in a row', async () => {
    const urls = await requests(async () => {
      const provider = await fixture<BillingProvider>(
        html`<billing-provider><probe-element></probe-element></billing-provider>`,
      );
      provider.src = 'https://old.example/';
      await provider.updateComplete;
      provider.src = 'https://new.example/';
      await provider.updateComplete;
      const probe = probeIn(provider);
      await waitUntil(() => probe.activeBackend);
      await asks(probe);
    });
    expect(urls.map((url) => new URL(url).host)).to.deep.equal(['new.example']);
  });

  it('reports an address it will not use', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const codes = errorsOf(parent);
    const provider = new BillingProvider();
    provider.src = 'javascript:alert(1)';
    provider.append(document.createElement('probe-element'));
    parent.append(provider);
    await waitUntil(() => codes.length > 0);
    expect(codes).to.deep.equal(['unavailable']);
    expect(await probeIn(provider).shown()).to.equal('none');
  });
});
