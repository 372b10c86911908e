import { expect, fixture, html } from '@open-wc/testing';
import { BackendError } from '../../../src/contract/index.js';
import type { ExpiryGate } from '../../../src/elements/expiry-gate/expiry-gate.js';
import '../../helpers/probe-element.js';
import { FACTS, INSTALLATION, answerOf, bought } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { GatePage, openGate, openedGate } from './gate-page.js';

const SITUATIONS = {
  'a notice': answerOf({ facts: bought(3) }),
  'a notice for a member': answerOf({ role: 'member', facts: bought(3) }),
  'an ended trial': answerOf({ facts: FACTS['trial-expired'] }),
  'an ended service, to a member': answerOf({ role: 'member', facts: FACTS.expired }),
  'an app that is not launched': answerOf({ facts: FACTS['not-launched'] }),
};

describe('expiry-gate: looks and words', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, answer] of Object.entries(SITUATIONS)) {
      it(`is accessible in ${theme} with ${name}`, async () => {
        const page = await openGate(new AnsweringBackend(answer).backend);
        page.gate.theme = theme;
        page.gate.parentElement!.style.background = theme === 'dark' ? '#17191d' : '#fff';
        await page.until(() => page.text !== '');
        await expect(page.gate).to.be.accessible();
      });
    }

    it(`is accessible in ${theme} when the backend cannot be reached`, async () => {
      const world = new AnsweringBackend(answerOf());
      world.answer = () => Promise.reject(new BackendError('network'));
      const page = await openGate(world.backend);
      page.gate.theme = theme;
      page.gate.parentElement!.style.background = theme === 'dark' ? '#17191d' : '#fff';
      await page.until('暂时无法确认服务状态');
      await expect(page.gate).to.be.accessible();
    });
  }

  it('switches its language live', async () => {
    const page = await openGate(
      new AnsweringBackend(answerOf({ facts: FACTS['trial-expired'] })).backend,
    );
    await page.until('试用已结束');
    page.gate.parentElement!.lang = 'en';
    await page.until('The trial has ended');
    expect(page.text).to.match(/It ended on Mar 8, 2026, 4:00.PM\./);
    expect(page.buttons).to.deep.equal(['Buy', 'Start 7 more days of trial']);
    page.gate.parentElement!.lang = 'zh-CN';
    await page.until('试用已结束');
  });

  it('does not begin in another language than the page', async () => {
    const page = await openGate(new AnsweringBackend(answerOf({ facts: bought(3) })).backend, {
      lang: 'en',
    });
    const seen = new Set<string>();
    const observer = new MutationObserver(() => seen.add(page.text));
    observer.observe(page.root, { childList: true, subtree: true, characterData: true });
    await page.until('3 days of service left: it ends on Jun 4, 2026, 4:00');
    observer.disconnect();
    expect([...seen].join('')).not.to.match(/[\u4e00-\u9fff]/);
  });

  it("shows dates in the host's time zone", async () => {
    const page = await openedGate(new AnsweringBackend(answerOf({ facts: bought(3) })).backend);
    await page.until('2026-06-04 16:00');
    page.gate.timeZone = 'UTC';
    await page.until('2026-06-04 08:00');
  });

  it('leaves the looks of the app inside alone, whether it speaks or not', async () => {
    const looks = async (facts: object) => {
      localStorage.clear();
      const outer = await fixture<HTMLElement>(html`
        <div
          .style=${'color: rgb(1, 2, 3); font: italic 700 19px/2 serif; text-align: center; overflow-wrap: anywhere'}
        >
          <expiry-gate installation-id=${INSTALLATION}><p id="app">app</p></expiry-gate>
        </div>
      `);
      const page = new GatePage(outer.querySelector<ExpiryGate>('expiry-gate')!);
      page.gate.backend = new AnsweringBackend(answerOf({ facts })).backend;
      await page.until(() => page.isOpen);
      return { page, app: outer.querySelector('p')! };
    };
    const styleOf = (app: HTMLElement) => {
      const { color, font, textAlign, overflowWrap } = getComputedStyle(app);
      return { color, font, textAlign, overflowWrap };
    };
    const silent = await looks(FACTS.active);
    const before = styleOf(silent.app);
    expect(before.color).to.equal('rgb(1, 2, 3)');
    const speaking = await looks(bought(3));
    await speaking.page.until('服务还剩 3 天');
    expect(styleOf(speaking.app)).to.deep.equal(before);
    expect(getComputedStyle(speaking.page.gate).containerType).to.equal('normal');
  });

  it('shows a form of the kit in the colours of the page, though it waited out of sight', async () => {
    const page = await openGate(new AnsweringBackend(answerOf({ facts: FACTS.expired })).backend);
    page.gate.parentElement!.style.colorScheme = 'dark';
    const form = document.createElement('probe-element');
    form.slot = 'purchase';
    page.gate.append(form);
    await page.until('服务已到期');
    await page.click('续期');
    expect(form.assignedSlot).not.to.equal(null);
    expect(getComputedStyle(form).color).to.equal('rgb(232, 234, 237)');
  });

  it('lets an app fill its box, with a notice above it too', async () => {
    const page = await openGate(new AnsweringBackend(answerOf({ facts: bought(3) })).backend);
    page.gate.style.height = '500px';
    await page.until('服务还剩 3 天');
    const content = page.root.querySelector('.content')!.getBoundingClientRect();
    expect(content.bottom).to.be.closeTo(page.gate.getBoundingClientRect().bottom, 1);
    expect(content.top).to.be.greaterThan(page.gate.getBoundingClientRect().top);
  });

  for (const width of [320, 390]) {
    it(`fits into ${String(width)} px`, async () => {
      for (const facts of [FACTS['trial-expired'], bought(3)]) {
        const page = await openGate(new AnsweringBackend(answerOf({ facts })).backend, {
          lang: 'en',
        });
        page.gate.parentElement!.style.width = `${String(width)}px`;
        await page.until(() => page.text !== '');
        expect(page.gate.scrollWidth).to.be.at.most(width);
      }
    });
  }
});
