import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/contract/index.js';
import { createLocalBackend } from '../../../src/backends/local/index.js';
import { remember } from '../../../src/elements/expiry-gate/known-entitlement.js';
import { FACTS, INSTALLATION, answerOf, bought, inDays } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, openedGate, type PageOptions } from './gate-page.js';

const network = () => new BackendError('network');

/** What an earlier page leaves: an answer so long ago by the device's clock. */
function leave(facts: Parameters<typeof answerOf>[0], daysAgo = 0): void {
  const { now } = Date;
  Date.now = () => now() - daysAgo * 86_400_000;
  remember(answerOf(facts));
  Date.now = now;
}

interface Revisit extends PageOptions {
  daysAgo?: number;
  error?: BackendError;
}

/** A gate in a browser where somebody was before, whose backend fails. */
async function revisit(
  facts: Parameters<typeof answerOf>[0],
  { daysAgo = 0, whenUnknown = 'blocked', error = network() }: Revisit = {},
) {
  localStorage.clear();
  leave(facts, daysAgo);
  const world = new AnsweringBackend(answerOf());
  world.answer = () => Promise.reject(error);
  const page = await openGate(world.backend, { whenUnknown, keepStorage: true });
  return { page, world };
}

describe('expiry-gate: when the backend cannot be reached', () => {
  it('says so, keeps the app closed, and tries again when asked', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    world.answer = () => Promise.reject(network());
    const page = await openGate(world.backend);
    await page.until('暂时无法确认服务状态');
    expect(page.isOpen).to.equal(false);
    expect(page.details('entitlement-changed')).to.deep.equal([
      {
        installationId: INSTALLATION,
        state: 'unknown',
        blocked: true,
        seats: null,
        endsAt: null,
        daysLeft: null,
      },
    ]);
    expect(page.details('billing-error')[0]?.code).to.equal('network');
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.active }));
    await page.click('重试');
    await page.until(() => page.isOpen);
  });

  it('opens where the host chose so', async () => {
    const world = new AnsweringBackend(answerOf());
    world.answer = () => Promise.reject(network());
    const page = await openedGate(world.backend, { whenUnknown: 'open' });
    expect(page.gate.entitlement).to.equal(null);
    expect(page.details('entitlement-changed')[0]).to.include({ state: 'unknown', blocked: false });
  });

  it('stays open there while it tries again', async () => {
    const world = new AnsweringBackend(answerOf());
    world.answer = () => Promise.reject(network());
    const page = await openedGate(world.backend, { whenUnknown: 'open' });
    world.answer = () => new Promise(() => undefined);
    world.tell();
    await page.gate.updateComplete;
    page.gate.requestUpdate();
    await page.gate.updateComplete;
    expect(page.isOpen).to.equal(true);
    expect(page.details('entitlement-changed')).to.have.length(1);
  });

  it('tries again by itself, and at once when the network returns', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    world.answer = () => Promise.reject(network());
    const page = await openGate(world.backend);
    await page.until('暂时无法确认服务状态');
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.active }));
    const { asked } = world;
    window.dispatchEvent(new Event('online'));
    expect(world.asked).to.equal(asked + 1);
    await page.until(() => page.isOpen);
    window.dispatchEvent(new Event('online'));
    expect(world.asked).to.equal(asked + 1);
  });

  for (const fault of ['network', 'unavailable', 'rubbish', 'rate-limited'] as const) {
    it(`recovers from a backend that answers ${fault}`, async () => {
      const backend = createLocalBackend({ faults: { entitlement: fault } });
      await backend.simulation.installations.create(INSTALLATION, { providerName: '云杉软件' });
      const page = await openGate(backend);
      await page.until('暂时无法确认服务状态');
      backend.simulation.setFaults({});
      await page.click('重试');
      await page.until('应用还没有上线');
      await backend.simulation.close();
    });
  }

  const { segments } = bought(200);
  const paid = { ...answerOf({ facts: FACTS.active }) };
  for (const [what, facts] of Object.entries({
    'a term beyond all calendars': { trialDays: Number.MAX_SAFE_INTEGER, segments: [] },
    'a day that does not exist': {
      segments: [{ ...segments[0], endsAt: '2027-02-30T08:00:00.000Z' }],
    },
    'time that ends before it began': { segments: [{ ...segments[0], endsAt: inDays(-200) }] },
    'time without an end': { segments: [{ seats: 20, startsAt: inDays(-100) }] },
    'other facts than it says': { segments: [] },
  })) {
    for (const whenUnknown of ['blocked', 'open'] as const) {
      it(`refuses an answer with ${what}, says so, and is ${whenUnknown} as the host chose`, async () => {
        const answer = { ...paid, facts: { ...paid.facts, ...facts } };
        const { backend } = new AnsweringBackend(answer as typeof paid);
        const page = await openGate(backend, { whenUnknown });
        await page.until(() => page.details('billing-error').length > 0);
        expect(page.details('billing-error')[0]?.code).to.equal('invalid-response');
        if (whenUnknown === 'blocked') await page.until('暂时无法确认服务状态');
        expect(page.isOpen).to.equal(whenUnknown === 'open');
        expect(localStorage.length).to.equal(0);
      });
    }
  }

  it('lets what is known hold when asking again fails', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const page = await openedGate(world.backend);
    world.fail(network());
    await page.until(() => page.details('billing-error').length === 1);
    expect(page.isOpen).to.equal(true);
    expect(page.text).to.equal('');
    expect(page.details('entitlement-changed')).to.have.length(1);
  });

  it('says that a closed gate may be out of date, and tries again when asked', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
    const page = await openGate(world.backend);
    await page.until('服务已到期');
    expect(page.text).not.to.contain('可能不是最新内容');
    world.fail(network());
    await page.until('显示的可能不是最新内容');
    expect(page.text).to.contain('服务已到期');
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.active }));
    await page.click('重试');
    await page.until(() => page.isOpen);
  });

  it('lets what an earlier visit knew hold until its own end', async () => {
    const { page } = await revisit({ facts: bought(3) }, { daysAgo: 2 });
    await page.until(() => page.isOpen);
    expect(page.gate.entitlement).to.include({ state: 'active', daysLeft: 1 });
  });

  for (const whenUnknown of ['blocked', 'open'] as const) {
    it(`is ${whenUnknown} after that end, as the host chose`, async () => {
      const { page } = await revisit({ facts: bought(3) }, { daysAgo: 4, whenUnknown });
      await page.until(() => page.details('entitlement-changed').length > 0);
      expect(page.isOpen).to.equal(whenUnknown === 'open');
      expect(page.details('entitlement-changed')[0]).to.include({ state: 'unknown' });
    });
  }

  it('lets what was over stay over', async () => {
    const { page } = await revisit({ facts: FACTS.expired }, { whenUnknown: 'open' });
    await page.until('服务已到期');
    expect(page.isOpen).to.equal(false);
  });

  for (const whenUnknown of ['blocked', 'open'] as const) {
    it(`does not trust a clock that was set back between two pages: ${whenUnknown}`, async () => {
      const { page } = await revisit({ facts: bought(3) }, { daysAgo: -30, whenUnknown });
      await page.until(() => page.details('entitlement-changed').length > 0);
      expect(page.details('entitlement-changed')[0]).to.include({ state: 'unknown' });
      expect(page.isOpen).to.equal(whenUnknown === 'open');
    });
  }

  it('keeps no token in the browser', async () => {
    await openedGate(new AnsweringBackend(answerOf({ facts: FACTS.active })).backend);
    const kept = localStorage.getItem(`seatkit:entitlement:${INSTALLATION}`);
    expect(kept).to.contain('云杉软件');
    expect(kept).not.to.contain('signature');
  });

  for (const left of ['{', '{"format":1}', '{"format":2,"deviceAt":0}', 'null', '[]', '7']) {
    it(`ignores ${left} in the browser's storage`, async () => {
      localStorage.setItem(`seatkit:entitlement:${INSTALLATION}`, left);
      const world = new AnsweringBackend(answerOf());
      world.answer = () => Promise.reject(network());
      const page = await openGate(world.backend, { keepStorage: true });
      await page.until('暂时无法确认服务状态');
    });
  }

  for (const [code, title] of [
    ['forbidden', '没有权限'],
    ['not-found', '没有找到'],
  ] as const) {
    it(`takes ${code} for an answer: closed, whatever was known and the host chose`, async () => {
      const { page } = await revisit(
        { facts: FACTS.active },
        { daysAgo: 1, whenUnknown: 'open', error: new BackendError(code) },
      );
      await page.until(title);
      expect(page.isOpen).to.equal(false);
      expect(localStorage.getItem(`seatkit:entitlement:${INSTALLATION}`)).to.equal(null);
    });
  }

  it('closes an open gate for somebody who may no longer know', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const page = await openedGate(world.backend);
    world.fail(new BackendError('forbidden'));
    await page.until('没有权限');
    page.gate.requestUpdate();
    await page.gate.updateComplete;
    expect(page.isOpen).to.equal(false);
    expect(localStorage.length).to.equal(0);
  });

  it('asks to log in again, and lets what is known hold', async () => {
    const world = new AnsweringBackend(answerOf());
    world.answer = () => Promise.reject(new BackendError('unauthenticated'));
    const page = await openGate(world.backend);
    await page.until('登录已失效');
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
    world.fail(new BackendError('unauthenticated'));
    await page.until(() => page.details('billing-error').length === 2);
    expect(page.isOpen).to.equal(true);
  });
});
