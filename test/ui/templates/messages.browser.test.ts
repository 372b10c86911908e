import { expect, fixture, html } from '@open-wc/testing';
import { base } from '../../../src/locales/common/base/en.js';
import { errors } from '../../../src/locales/common/errors/en.js';
import { quotes } from '../../../src/locales/common/quotes/en.js';
import { Format } from '../../../src/ui/format.js';
import { badge } from '../../../src/ui/templates/badge.js';
import { banner, errorBanner, staleBanner } from '../../../src/ui/templates/banner.js';
import { copyable } from '../../../src/ui/templates/copyable.js';
import { quoteLines } from '../../../src/ui/templates/quote-lines.js';
import { skeleton } from '../../../src/ui/templates/skeleton.js';
import { stateView } from '../../../src/ui/templates/state-view.js';
import { waitUntil } from '../../helpers/wait-until.js';

const draw = (content: unknown) => fixture<HTMLElement>(html`<div>${content}</div>`);
const said = (view: Element) => view.textContent.replace(/\s+/g, ' ').trim();

describe('stateView', () => {
  it('says what failed, at once, and retries', async () => {
    let retries = 0;
    const view = await draw(
      stateView({
        kind: 'failed',
        text: base.loadFailed,
        retry: { label: base.retry, onRetry: () => (retries += 1) },
      }),
    );
    const { title, text, next } = base.loadFailed;
    expect(view.querySelector('[role=alert]')).not.to.equal(null);
    for (const part of [title, text, next]) expect(said(view)).to.contain(part);
    view.querySelector('button')!.click();
    expect(retries).to.equal(1);
    await expect(view).to.be.accessible();
  });

  it('is calm about what is merely absent', async () => {
    const view = await draw([
      stateView({ kind: 'no-backend', text: base.noBackend }),
      stateView({ kind: 'empty', text: { title: 'No orders', text: 'Yet.' } }),
    ]);
    expect(view.querySelector('[role=alert]')).to.equal(null);
    expect(view.querySelector('button')).to.equal(null);
    await expect(view).to.be.accessible();
  });
});

describe('banner', () => {
  it('announces a failure and a stale view, each in its way', async () => {
    const retry = { label: base.retry, onRetry: () => null };
    const failed = await draw(errorBanner(errors.codes.network, { ...retry, busy: true }));
    expect(failed.querySelector('[role=alert]')).not.to.equal(null);
    expect(failed.querySelector('button')?.getAttribute('aria-busy')).to.equal('true');
    const { title, text, next } = errors.codes.network;
    expect(said(failed)).to.equal(`${title} ${text} ${next} ${base.retry}`);
    const stale = await draw(staleBanner(base.stale, retry));
    expect(stale.querySelector('[role=status]')).not.to.equal(null);
    const plain = await draw([banner('info', 'Note'), badge('success', 'Paid')]);
    expect(plain.querySelector('[role]')).to.equal(null);
    await expect(failed).to.be.accessible();
    await expect(stale).to.be.accessible();
  });
});

describe('skeleton', () => {
  it('keeps the place of its lines and speaks only when told to', async () => {
    const view = await draw(skeleton(3));
    expect(view.querySelectorAll('.skeleton-bar')).to.have.length(3);
    expect(said(view)).to.equal('');
    expect(said(await draw(skeleton(3, base.loading)))).to.equal(base.loading);
  });
});

describe('copyable', () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });

  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('copies the text and says so until one moves on', async () => {
    const taken: string[] = [];
    clipboard((text) => {
      taken.push(text);
      return Promise.resolve();
    });
    const view = await draw(copyable('SK-1', base));
    const button = view.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('Copy SK-1');
    button.click();
    const status = view.querySelector('[role=status]')!;
    await waitUntil(() => status.textContent === base.copied);
    expect(taken).to.deep.equal(['SK-1']);
    button.dispatchEvent(new FocusEvent('blur'));
    expect(status.textContent).to.equal('');
    await expect(view).to.be.accessible();
  });

  it('selects the text where the page may not copy', async () => {
    clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const view = await draw(copyable('SK-2', base));
    getSelection()?.removeAllRanges();
    view.querySelector('button')!.click();
    await waitUntil(() => String(getSelection()).includes('SK-2'));
    expect(said(view)).not.to.contain(base.copied);
  });
});

describe('quoteLines', () => {
  it('lists every step with its operands, and what is due', async () => {
    const view = await draw(
      quoteLines(
        {
          lines: [
            {
              code: 'list',
              amount: 720_000,
              seats: 30,
              cycles: 2,
              parts: [{ seats: 30, unitAmount: 12_000 }],
            },
            { code: 'discount', amount: -72_000, minCycles: 2, payPercent: 90 },
          ],
          payable: 648_000,
        },
        quotes,
        { format: new Format('en', 'UTC'), currency: 'CNY', cycle: 'year' },
      ),
    );
    expect([...view.querySelectorAll('dt')].map(said)).to.deep.equal([
      'Standard price 30 seats × ¥120.00 × 2 years',
      '10% off from 2 years',
      'Due',
    ]);
    expect([...view.querySelectorAll('dd')].map(said)).to.deep.equal([
      '¥7,200.00',
      '-¥720.00',
      '¥6,480.00',
    ]);
    await expect(view).to.be.accessible();
  });
});
