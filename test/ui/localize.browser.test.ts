import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { base as enBase } from '../../src/locales/common/base/en.js';
import { base as zhBase } from '../../src/locales/common/base/zh-CN.js';
import { addLocale, type Catalog } from '../../src/locales/registry.js';
import type { ElementStrings } from '../../src/locales/types.js';
import { Localized } from '../../src/ui/localize.js';
import { deferred } from '../helpers/call-host.js';
import { waitUntil } from '../helpers/wait-until.js';

interface Strings extends ElementStrings {
  hello: string;
}

const zh: Strings = { common: zhBase, hello: '你好' };
const en: Strings = { common: enBase, hello: 'Hello' };

let english = deferred<Strings>();
let loads = 0;

const catalog: Catalog<Strings> = {
  element: 'hello-element',
  default: zh,
  load: {
    en: () => {
      loads += 1;
      return english.promise;
    },
  },
};

class HelloElement extends LitElement {
  readonly localized = new Localized(this, catalog);
  timeZone: string | null = 'UTC';

  protected override render(): TemplateResult {
    const { ready, t, locale, common } = this.localized;
    return html`<p>${ready ? `${t.hello} ${common.close} ${locale}` : '…'}</p>`;
  }

  get shown(): string {
    return this.renderRoot.querySelector('p')?.textContent ?? '';
  }
}

customElements.define('hello-element', HelloElement);

const hello = (parent: ParentNode) => parent.querySelector<HelloElement>('hello-element')!;
const shows = (element: HelloElement, text: string) =>
  waitUntil(() => element.shown === text, `shows ${text}`);

describe('Localized', () => {
  beforeEach(() => {
    english = deferred();
    loads = 0;
  });

  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is Chinese where nobody says otherwise', async () => {
    const element = hello(await fixture(html`<div><hello-element></hello-element></div>`));
    await shows(element, '你好 关闭 zh-CN');
  });

  it('draws no text before its first language is there', async () => {
    const element = hello(
      await fixture(html`<div lang="en"><hello-element></hello-element></div>`),
    );
    expect(element.shown).to.equal('…');
    english.resolve(en);
    await shows(element, 'Hello Close en');
  });

  it('falls back to Chinese when a language cannot be had', async () => {
    const element = hello(
      await fixture(html`<div lang="en"><hello-element></hello-element></div>`),
    );
    english.reject(new Error('offline'));
    await shows(element, '你好 关闭 zh-CN');
  });

  it('follows its own lang, one around it, and the page', async () => {
    english.resolve(en);
    const parent = await fixture<HTMLElement>(html`<div><hello-element></hello-element></div>`);
    const element = hello(parent);
    await shows(element, '你好 关闭 zh-CN');
    document.documentElement.lang = 'en-GB';
    await shows(element, 'Hello Close en-GB');
    parent.lang = 'zh';
    await shows(element, '你好 关闭 zh');
    element.lang = 'en';
    await shows(element, 'Hello Close en');
    element.removeAttribute('lang');
    await shows(element, '你好 关闭 zh');
  });

  it('sees a lang outside the shadow root it stands in', async () => {
    english.resolve(en);
    const parent = await fixture<HTMLElement>(html`<section><div></div></section>`);
    const root = parent.firstElementChild!.attachShadow({ mode: 'open' });
    const element = new HelloElement();
    root.append(element);
    await shows(element, '你好 关闭 zh-CN');
    parent.lang = 'en';
    await shows(element, 'Hello Close en');
  });

  it('shows the language wanted last when an older one arrives late', async () => {
    const parent = await fixture<HTMLElement>(html`<div><hello-element></hello-element></div>`);
    const element = hello(parent);
    parent.lang = 'en';
    await waitUntil(() => loads === 1);
    parent.lang = 'zh-CN';
    await waitUntil(() => element.localized.ready);
    english.resolve(en);
    await english.promise;
    await element.updateComplete;
    expect(element.shown).to.equal('你好 关闭 zh-CN');
  });

  it('does not load again for what it has', async () => {
    english.resolve(en);
    const parent = await fixture<HTMLElement>(
      html`<div lang="en"><hello-element></hello-element></div>`,
    );
    const element = hello(parent);
    await shows(element, 'Hello Close en');
    parent.setAttribute('lang', 'en');
    parent.append(document.createElement('p'));
    await shows(element, 'Hello Close en');
    expect(loads).to.equal(1);
  });

  it('takes a language the host adds later', async () => {
    english.resolve(en);
    const element = hello(
      await fixture(html`<div lang="ja"><hello-element></hello-element></div>`),
    );
    await shows(element, 'Hello Close en');
    addLocale(catalog, 'ja', () => Promise.resolve({ common: enBase, hello: 'こんにちは' }));
    await shows(element, 'こんにちは Close ja');
  });

  it("formats in the element's time zone, made once", async () => {
    const element = hello(await fixture(html`<div><hello-element></hello-element></div>`));
    const { format } = element.localized;
    expect(format.dateTime('2028-02-29T16:00:00.000Z')).to.equal('2028-02-29 16:00');
    expect(element.localized.format).to.equal(format);
    element.timeZone = 'Asia/Shanghai';
    expect(element.localized.format.dateTime('2028-02-29T16:00:00.000Z')).to.equal(
      '2028-03-01 00:00',
    );
  });
});
