import { expect, fixture, html } from '@open-wc/testing';
import { BackendError } from '../../src/contract/errors.js';
import { ProbeElement, named } from '../helpers/probe-element.js';

const LIGHT_TEXT = 'rgb(24, 27, 32)';
const DARK_TEXT = 'rgb(232, 234, 237)';

const colour = (element: Element) => getComputedStyle(element).color;

/** Lets mutation observers run. */
const observed = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe('SeatkitElement', () => {
  it('takes plain values from attributes, and forgets them with the attribute', async () => {
    const probe = await fixture<ProbeElement>(
      html`<probe-element installation-id="i1" time-zone="Asia/Tokyo"></probe-element>`,
    );
    expect(probe.installationId).to.equal('i1');
    expect(probe.timeZone).to.equal('Asia/Tokyo');
    probe.removeAttribute('installation-id');
    expect(probe.installationId).to.equal('');
  });

  it('keeps a backend set before it was defined', async () => {
    const early = Object.assign(document.createElement('early-element'), {
      backend: named('early'),
    });
    class EarlyElement extends ProbeElement {}
    customElements.define('early-element', EarlyElement);
    (await fixture(html`<div></div>`)).append(early);
    expect(await (early as unknown as EarlyElement).shown()).to.equal('early');
  });

  it('emits events that leave shadow roots and can be prevented when they ask first', async () => {
    const parent = await fixture<HTMLElement>(html`<div><probe-element></probe-element></div>`);
    const probe = parent.querySelector<ProbeElement>('probe-element')!;
    const detail = { code: 'network', message: '', reason: null, element: 'x' } as const;
    const heard: CustomEvent[] = [];
    parent.addEventListener('billing-error', (event) => {
      heard.push(event);
      event.preventDefault();
    });
    expect(probe.emit('billing-error', detail)).to.equal(true);
    expect(probe.emit('billing-error', detail, { cancelable: true })).to.equal(false);
    expect(heard.map(({ composed }) => composed)).to.deep.equal([true, true]);
    expect(heard[0]?.detail).to.deep.equal(detail);
  });

  it('reports failures for the log as plain data', async () => {
    const parent = await fixture<HTMLElement>(html`<div><probe-element></probe-element></div>`);
    const probe = parent.querySelector<ProbeElement>('probe-element')!;
    const details: unknown[] = [];
    parent.addEventListener('billing-error', ({ detail }) => details.push(detail));
    probe.reportError(new BackendError('conflict', { reason: 'order-pending' }));
    probe.reportError(new Error('boom'));
    expect(details).to.deep.equal([
      {
        code: 'conflict',
        message: 'conflict: order-pending',
        reason: 'order-pending',
        element: 'probe-element',
      },
      { code: 'unavailable', message: 'Error: boom', reason: null, element: 'probe-element' },
    ]);
  });

  describe('theme', () => {
    afterEach(async () => {
      document.documentElement.style.removeProperty('color-scheme');
      await observed();
    });

    it('is light where the page says nothing', async () => {
      expect(colour(await fixture(html`<probe-element></probe-element>`))).to.equal(LIGHT_TEXT);
    });

    it('follows the page, also when it changes', async () => {
      const probe = await fixture(html`<probe-element></probe-element>`);
      document.documentElement.style.setProperty('color-scheme', 'dark');
      await observed();
      expect(colour(probe)).to.equal(DARK_TEXT);
      document.documentElement.style.setProperty('color-scheme', 'light');
      await observed();
      expect(colour(probe)).to.equal(LIGHT_TEXT);
    });

    it('is dark from its first drawing where the page is', async () => {
      document.documentElement.style.setProperty('color-scheme', 'dark');
      expect(colour(await fixture(html`<probe-element></probe-element>`))).to.equal(DARK_TEXT);
    });

    it('leaves it to the viewer where the page does', async () => {
      document.documentElement.style.setProperty('color-scheme', 'light dark');
      const probe = await fixture(html`<probe-element></probe-element>`);
      const dark = matchMedia('(prefers-color-scheme: dark)').matches;
      expect(colour(probe)).to.equal(dark ? DARK_TEXT : LIGHT_TEXT);
    });

    it('is what the host names, and the page again when it is auto', async () => {
      const probe = await fixture<ProbeElement>(html`<probe-element theme="dark"></probe-element>`);
      expect(colour(probe)).to.equal(DARK_TEXT);
      expect(getComputedStyle(probe).colorScheme).to.equal('dark');
      probe.theme = 'auto';
      await probe.updateComplete;
      expect(colour(probe)).to.equal(LIGHT_TEXT);
      document.documentElement.style.setProperty('color-scheme', 'dark');
      probe.theme = 'light';
      await probe.updateComplete;
      await observed();
      expect(colour(probe)).to.equal(LIGHT_TEXT);
    });

    it('catches up with a page that changed while it was away', async () => {
      const parent = await fixture(html`<div><probe-element></probe-element></div>`);
      const probe = parent.querySelector<ProbeElement>('probe-element')!;
      await probe.updateComplete;
      probe.remove();
      document.documentElement.style.setProperty('color-scheme', 'dark');
      await observed();
      parent.append(probe);
      expect(colour(probe)).to.equal(DARK_TEXT);
    });

    it('takes tokens from outside in both', async () => {
      const parent = await fixture<HTMLElement>(html`<div><probe-element></probe-element></div>`);
      const probe = parent.querySelector<ProbeElement>('probe-element')!;
      parent.style.setProperty('--seatkit-color-text', 'rgb(1, 2, 3)');
      expect(colour(probe)).to.equal('rgb(1, 2, 3)');
      probe.theme = 'dark';
      await probe.updateComplete;
      expect(colour(probe)).to.equal('rgb(1, 2, 3)');
    });

    it('adds no attribute of its own', async () => {
      const probe = await fixture(html`<probe-element></probe-element>`);
      expect(probe.getAttributeNames()).to.deep.equal([]);
    });
  });
});
