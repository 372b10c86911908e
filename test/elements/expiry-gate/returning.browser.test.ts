import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { deferred } from '../../helpers/call-host.js';
import type { InstallationEntitlement } from '../../../src/contract/index.js';
import type { ExpiryGate } from '../../../src/elements/expiry-gate/expiry-gate.js';
import { remember } from '../../../src/elements/expiry-gate/known-entitlement.js';
import { keepRoom } from '../../../src/elements/expiry-gate/room.js';
import { FACTS, INSTALLATION, NOW, answerOf, bought, inDays } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { GatePage, openGate, openedGate } from './gate-page.js';

const MINUTE = 60_000;
const KEY = `seatkit:entitlement:${INSTALLATION}`;
const HEAD = new URL('../../../src/elements/expiry-gate/head.ts', import.meta.url).href;

/** What a page so long ago left. */
function leave(answer: InstallationEntitlement, msAgo = 0): void {
  const { now } = Date;
  localStorage.clear();
  Date.now = () => now() - msAgo;
  remember(answer);
  Date.now = now;
}

describe('expiry-gate: for who comes back', () => {
  /** What gates told, from their first drawing on. */
  let told: unknown[] = [];
  const onTold = ({ detail }: HTMLElementEventMap['entitlement-changed']) =>
    told.push(detail.state);

  beforeEach(() => {
    told = [];
    document.body.addEventListener('entitlement-changed', onTold);
  });
  afterEach(() => document.body.removeEventListener('entitlement-changed', onTold));

  it('opens with its first drawing, before anybody answered, and asks', async () => {
    leave(answerOf({ facts: FACTS.active }), 10 * MINUTE);
    const world = new AnsweringBackend(answerOf());
    const answer = deferred<InstallationEntitlement>();
    world.answer = () => answer.promise;
    const page = await openGate(world.backend, { keepStorage: true });
    expect(page.isOpen).to.equal(true);
    expect(page.gate.blocked).to.equal(false);
    expect(page.gate.entitlement?.daysLeft).to.equal(200);
    expect(world.asked).to.equal(1);
    answer.resolve(answerOf({ facts: FACTS.expired }));
    await page.until('服务已到期');
    expect(page.isOpen).to.equal(false);
    expect(page.news).to.equal('服务已到期');
    expect(told).to.deep.equal(['active', 'expired']);
  });

  it('asks nothing within five minutes, and nothing is drawn twice', async () => {
    leave(answerOf({ facts: FACTS.active }), 4 * MINUTE);
    const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
    const page = await openGate(world.backend, { keepStorage: true });
    await aTimeout(0);
    expect([page.isOpen, world.asked]).to.deep.equal([true, 0]);
    expect(told).to.deep.equal(['active']);
  });

  it('stays closed for who was stopped, until the answer says otherwise', async () => {
    leave(answerOf({ role: 'member', facts: FACTS.expired }));
    const world = new AnsweringBackend(answerOf());
    const answer = deferred<InstallationEntitlement>();
    world.answer = () => answer.promise;
    const page = await openGate(world.backend, { keepStorage: true });
    expect(page.isOpen).to.equal(false);
    answer.resolve(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
  });

  it('keeps the room of the notice free until its words are there', async () => {
    leave(answerOf({ facts: bought(3) }));
    const first = await openedGate(new AnsweringBackend(answerOf({ facts: bought(3) })).backend, {
      keepStorage: true,
    });
    await first.until('服务还剩 3 天');
    const top = ({ app, gate }: GatePage) =>
      app.getBoundingClientRect().top - gate.getBoundingClientRect().top;
    const where = top(first);
    expect(where).to.be.greaterThan(20);
    // Told with the first drawing, which is ahead of all words.
    let atFirst = 0;
    const measure = ({ target }: Event) => (atFirst = top(new GatePage(target as ExpiryGate)));
    document.addEventListener('entitlement-changed', measure, { once: true });
    const page = await openGate(first.gate.backend, { keepStorage: true });
    expect(atFirst).to.be.closeTo(where, 1);
    await page.until('服务还剩 3 天');
    expect(top(page)).to.be.closeTo(where, 1);
  });

  it('gives that room back when there is nothing to say any more', async () => {
    const ending = answerOf({ facts: bought(3) });
    leave(ending, 10 * MINUTE);
    keepRoom(ending, 58, Infinity);
    const world = new AnsweringBackend(answerOf({ facts: bought(300) }));
    const page = await openGate(world.backend, { keepStorage: true });
    await page.until(() => page.gate.entitlement?.notice === null);
    const { top } = page.gate.getBoundingClientRect();
    expect(page.app.getBoundingClientRect().top - top).to.be.lessThan(20);
  });

  it('opens together with a notice that was never drawn', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(3) }));
    const page = await openGate(world.backend);
    await page.until(() => page.isOpen);
    expect(page.text).to.contain('服务还剩 3 天');
    expect(page.details('entitlement-changed')).to.have.length(1);
    expect(page.details('entitlement-changed')[0]).to.include({ blocked: false });
  });

  it('opens in every tab when it was bought in one', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
    const page = await openGate(world.backend);
    await page.until('服务已到期');
    // Another tab was answered.
    remember(answerOf({ facts: FACTS.active, now: inDays(0, 1000) }));
    window.dispatchEvent(
      new StorageEvent('storage', { key: KEY, newValue: localStorage.getItem(KEY) }),
    );
    await page.until(() => page.isOpen);
    expect(page.news).to.equal('现在可以继续使用了。');
    expect(world.asked).to.equal(1);
  });

  it('asks once for all gates of a page, and opens them all when one was paid in', async () => {
    localStorage.clear();
    const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
    const parent = await fixture<HTMLElement>(html`
      <div lang="zh-CN">
        ${[1, 2, 3].map(
          () =>
            html`<expiry-gate installation-id=${INSTALLATION} .backend=${world.backend}>
              <input id="app" aria-label="the app" />
            </expiry-gate>`,
        )}
      </div>
    `);
    const pages = [...parent.querySelectorAll('expiry-gate')].map((gate) => new GatePage(gate));
    for (const page of pages) await page.until('服务已到期');
    expect(world.asked).to.equal(1);
    world.change(answerOf({ facts: FACTS.active }));
    for (const page of pages) await page.until(() => page.isOpen);
  });

  it('makes an app that stands in a template when it may be used, once', async () => {
    localStorage.clear();
    const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
    const gate = await fixture<HTMLElementTagNameMap['expiry-gate']>(html`
      <expiry-gate installation-id=${INSTALLATION} lang="zh-CN" .backend=${world.backend}>
        <template><input id="app" aria-label="the app" /></template>
      </expiry-gate>
    `);
    const page = new GatePage(gate);
    await page.until('服务已到期');
    expect(gate.querySelector('#app')).to.equal(null);
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => gate.querySelector('#app') !== null);
    expect(page.app.checkVisibility()).to.equal(true);
    page.app.value = 'typed';
    world.change(answerOf({ facts: FACTS.expired }));
    await page.until('服务已到期');
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
    expect(gate.querySelectorAll('#app')).to.have.length(1);
    expect(page.app.value).to.equal('typed');
  });
});

describe('expiry-gate: the head snippet', () => {
  /** A page with the snippet where the kit never comes; returns the apps of its gates that show, by installation. */
  async function shownBy(setUp: () => void): Promise<string[]> {
    localStorage.clear();
    setUp();
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html>
      ${['i-1', 'i-2'].map((id) => `<expiry-gate installation-id="${id}"><b slot="logo">logo</b><p>${id}</p></expiry-gate>`).join('')}
      <script type="module" src="${HEAD}"></script>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const inside = frame.contentDocument!;
    expect(inside.adoptedStyleSheets).to.have.length(1);
    const shown = [...inside.querySelectorAll<HTMLElement>('expiry-gate *')]
      .filter((element) => element.getClientRects().length > 0)
      .map(({ textContent }) => textContent);
    frame.remove();
    return shown;
  }

  it('shows nothing where nothing is known', async () => {
    expect(await shownBy(() => undefined)).to.deep.equal([]);
  });

  it('shows the app of who was let in, of that installation alone, without what belongs to the card', async () => {
    expect(await shownBy(() => remember(answerOf({ facts: FACTS.active })))).to.deep.equal(['i-1']);
  });

  for (const state of Object.keys(FACTS) as (keyof typeof FACTS)[]) {
    it(`agrees with the gate on ${state}`, async () => {
      const facts = state === 'trial' ? { launchedAt: inDays(-1) } : FACTS[state];
      const quiet = ['trial', 'extra-trial', 'active'].includes(state);
      expect(await shownBy(() => remember(answerOf({ facts })))).to.deep.equal(
        quiet ? ['i-1'] : [],
      );
    });
  }

  it('shows it until something is to be said, by the clock of the backend, whatever that of the device', async () => {
    const answer = answerOf({ facts: bought(8) });
    expect(await shownBy(() => leave(answer, 86_400_000 - MINUTE))).to.deep.equal(['i-1']);
    expect(await shownBy(() => leave(answer, 86_400_000))).to.deep.equal([]);
  });

  it('bears what else is stored', async () => {
    const shown = await shownBy(() => {
      localStorage.setItem('seatkit:entitlement:', '{');
      localStorage.setItem('seatkit:entitlement:i-2', 'null');
      localStorage.setItem('other', '7');
      remember(answerOf({ facts: FACTS.active, now: NOW }));
    });
    expect(shown).to.deep.equal(['i-1']);
  });
});
