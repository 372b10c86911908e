import { expect } from '@open-wc/testing';
import { FACTS, INSTALLATION, NOW, answerOf, bought, inDays } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, openedGate } from './gate-page.js';

const ending = (days: number, ms = 0) => ({
  segments: [{ seats: 20, startsAt: inDays(-100), endsAt: inDays(days, ms) }],
});

describe('expiry-gate: the notice', () => {
  for (const [facts, says] of [
    [bought(7), '服务还剩 7 天，将于 2026-06-08 16:00 到期。'],
    [ending(6, 60_000), '服务还剩 7 天'],
    [bought(2), '服务还剩 2 天'],
    [ending(1, 60_000), '服务还剩 2 天'],
    [bought(1), '服务最后一天，还剩 24 小时 0 分，将于 2026-06-02 16:00 到期。'],
    [ending(0, 3_601_000), '服务最后一天，还剩 1 小时 1 分，将于 2026-06-01 17:00 到期。'],
    [ending(0, 3_540_000), '服务最后一天，还剩 59 分钟，将于 2026-06-01 16:59 到期。'],
    [{ launchedAt: inDays(-12) }, '试用还剩 3 天，将于 2026-06-04 16:00 结束。'],
    [
      { launchedAt: inDays(-15, 60_000) },
      '试用最后一天，还剩 1 分钟，将于 2026-06-01 16:01 结束。',
    ],
    [{ extraTrial: { days: 7, startedAt: inDays(-2) } }, '试用还剩 5 天'],
    [FACTS['over-limit'], '已购 20 人，在用 25 人，请在 2026-06-06 16:00 前扩容，否则将停用。'],
  ] as const) {
    it(`says ${says}`, async () => {
      const page = await openedGate(new AnsweringBackend(answerOf({ facts })).backend);
      await page.until(says);
    });
  }

  for (const [facts, name] of [
    [ending(7, 1000), 'more than seven days before the end'],
    [FACTS.active, 'long before the end'],
  ] as const) {
    it(`says nothing ${name}`, async () => {
      const page = await openedGate(new AnsweringBackend(answerOf({ facts })).backend);
      expect(page.text).to.equal('');
    });
  }

  it('gives each role its one thing to do', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(3) }));
    const page = await openedGate(world.backend);
    await page.until('服务还剩 3 天');
    expect(page.buttons).to.deep.equal(['续期', '今天不再提醒']);
    world.change(answerOf({ role: 'member', facts: bought(3) }));
    await page.until('请联系管理员：王敏和李强。');
    expect(page.buttons).to.deep.equal(['今天不再提醒']);
  });

  it('appears by itself when its time comes', async () => {
    const page = await openedGate(
      new AnsweringBackend(answerOf({ facts: ending(7, 400) })).backend,
    );
    expect(page.text).to.equal('');
    await page.until('服务还剩 7 天');
  });

  it('counts a day less by itself', async () => {
    const page = await openedGate(
      new AnsweringBackend(answerOf({ facts: ending(3, 400) })).backend,
    );
    await page.until('服务还剩 4 天');
    await page.until('服务还剩 3 天');
  });

  it('counts the last minutes by itself', async () => {
    const facts = ending(0, 3_600_400);
    const page = await openedGate(new AnsweringBackend(answerOf({ facts })).backend);
    await page.until('还剩 1 小时 1 分');
    await page.until('还剩 1 小时 0 分');
  });

  it('can be put off for the day, in other pages too, and then returns', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(5) }));
    const page = await openedGate(world.backend);
    await page.until('服务还剩 5 天');
    await page.click('今天不再提醒');
    expect(page.text).to.equal('');
    expect(page.root.activeElement?.className).to.equal('content');

    const other = await openedGate(world.backend, { keepStorage: true });
    await other.until(() => other.root.querySelector('[role="status"]') !== null);
    expect(other.text).to.equal('');

    // The day ends at midnight where the viewer is, eight hours later.
    for (const shown of [page, other]) {
      world.change(answerOf({ facts: bought(5), now: inDays(1 / 3, -60_000) }));
      await world.answer();
      await shown.gate.updateComplete;
      expect(shown.text).to.equal('');
    }
    world.change(answerOf({ facts: bought(5), now: inDays(1 / 3, 1) }));
    await page.until('服务还剩 5 天');
    await other.until('服务还剩 5 天');
  });

  it('returns to a page that stays open for the night', async () => {
    const until = Date.parse(NOW) + 600;
    localStorage.clear();
    localStorage.setItem(
      `seatkit:put-off:${INSTALLATION}`,
      JSON.stringify({ installationId: INSTALLATION, key: `service-ending:${inDays(5)}`, until }),
    );
    const page = await openGate(new AnsweringBackend(answerOf({ facts: bought(5) })).backend, {
      keepStorage: true,
    });
    await page.until(() => page.root.querySelector('[role="status"]') !== null);
    await page.until('服务还剩 5 天');
  });

  it('does not take another matter for the one that was put off', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(5) }));
    const page = await openedGate(world.backend);
    await page.until('服务还剩 5 天');
    await page.click('今天不再提醒');
    world.change(answerOf({ facts: bought(6) }));
    await page.until('服务还剩 6 天');
    world.change(answerOf({ facts: FACTS['over-limit'] }));
    await page.until('在用 25 人');
  });

  it('can be put off where nothing can be stored', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const page = await openedGate(new AnsweringBackend(answerOf({ facts: bought(5) })).backend);
      await page.until('服务还剩 5 天');
      await page.click('今天不再提醒');
      expect(page.text).to.equal('');
      expect(page.isOpen).to.equal(true);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
