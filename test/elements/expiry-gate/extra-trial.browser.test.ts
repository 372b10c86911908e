import { expect } from '@open-wc/testing';
import { BackendError, type InstallationEntitlement } from '../../../src/contract/index.js';
import { deferred } from '../../helpers/call-host.js';
import { FACTS, INSTALLATION, answerOf, inDays } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate } from './gate-page.js';

const START = '开启 7 天额外试用';
const started = answerOf({ facts: { extraTrial: { days: 7, startedAt: inDays(0) } } });

/** A gate after its trial, and how the backend is to answer each attempt at the extra one. */
async function expired() {
  const attempts: { key: string; answer: ReturnType<typeof deferred<InstallationEntitlement>> }[] =
    [];
  const world = new AnsweringBackend(answerOf({ facts: FACTS['trial-expired'] }), {
    startExtraTrial: (_id, key) => {
      const answer = deferred<InstallationEntitlement>();
      attempts.push({ key, answer });
      return answer.promise;
    },
  });
  const page = await openGate(world.backend);
  await page.until(START);
  return { world, page, attempts };
}

describe('expiry-gate: the extra trial', () => {
  it('opens the app with the answer, and tells the host once', async () => {
    const { page, attempts, world } = await expired();
    await page.click(START);
    expect(page.button(START).getAttribute('aria-busy')).to.equal('true');
    attempts[0]!.answer.resolve(started);
    await page.until(() => page.isOpen);
    expect(page.details('extra-trial-started')).to.deep.equal([
      { installationId: INSTALLATION, endsAt: inDays(7) },
    ]);
    expect(page.gate.entitlement?.state).to.equal('extra-trial');
    expect(world.asked).to.equal(1);
  });

  it('starts once however often it is clicked', async () => {
    const { page, attempts } = await expired();
    const button = page.button(START);
    for (let i = 0; i < 3; i++) button.click();
    await page.gate.updateComplete;
    button.click();
    expect(attempts).to.have.length(1);
    attempts[0]!.answer.resolve(started);
    await page.until(() => page.isOpen);
    expect(page.details('extra-trial-started')).to.have.length(1);
    expect(page.details('entitlement-changed')).to.have.length(2);
  });

  for (const code of ['network', 'timeout', 'unavailable'] as const) {
    it(`is tried again with the same key after ${code}`, async () => {
      const { page, attempts } = await expired();
      await page.click(START);
      attempts[0]!.answer.reject(new BackendError(code));
      await page.until('额外试用没有开启');
      expect(page.root.querySelector('[role="alert"]')?.textContent).to.contain('不会重复开启');
      expect(page.isOpen).to.equal(false);
      await page.click(START);
      expect(page.text).not.to.contain('额外试用没有开启');
      expect(attempts[1]!.key).to.equal(attempts[0]!.key);
      attempts[1]!.answer.resolve(started);
      await page.until(() => page.isOpen);
    });
  }

  it('refuses an answer that is none', async () => {
    const { page, attempts } = await expired();
    await page.click(START);
    attempts[0]!.answer.resolve({ rubbish: true } as unknown as InstallationEntitlement);
    await page.until('额外试用没有开启');
    expect(page.text).to.contain('试用已结束');
    expect(page.details('extra-trial-started')).to.deep.equal([]);
  });

  it('looks again when it is refused, and says why', async () => {
    const { page, attempts, world } = await expired();
    world.answer = () =>
      Promise.resolve(answerOf({ facts: { extraTrial: { days: 7, startedAt: inDays(-8) } } }));
    await page.click(START);
    attempts[0]!.answer.reject(new BackendError('conflict', { reason: 'extra-trial-unavailable' }));
    await page.until('不能开始额外试用');
    await page.until(() => !page.buttons.includes(START));
    expect(page.buttons).to.deep.equal(['购买']);
  });

  it('does not open another installation', async () => {
    const { page, attempts, world } = await expired();
    await page.click(START);
    world.answer = () =>
      Promise.resolve({ ...answerOf({ facts: FACTS.expired }), installationId: 'i-2' });
    page.gate.installationId = 'i-2';
    await page.until('服务已到期');
    attempts[0]!.answer.resolve(started);
    await page.until(() => page.details('extra-trial-started').length === 1);
    expect(page.details('extra-trial-started')[0]).to.include({ installationId: INSTALLATION });
    expect(page.isOpen).to.equal(false);
  });
});
