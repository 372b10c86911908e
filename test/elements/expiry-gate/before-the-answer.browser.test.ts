import { expect, oneEvent } from '@open-wc/testing';
import type { InstallationEntitlement } from '../../../src/contract/index.js';
import { deferred } from '../../helpers/call-host.js';
import { provideBackend } from '../../../src/ui/provide-backend.js';
import { FACTS, INSTALLATION, answerOf, bought } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, type GatePage } from './gate-page.js';

/** A backend that answers when the test says. */
function slow() {
  const world = new AnsweringBackend(answerOf());
  const answer = deferred<InstallationEntitlement>();
  world.answer = () => answer.promise;
  return { ...answer, world, backend: world.backend };
}

/** Not painted, not focusable, and so not in the accessibility tree. */
function expectHidden({ gate, app }: GatePage) {
  expect(gate.blocked).to.equal(true);
  expect(app.assignedSlot).to.equal(null);
  expect(app.checkVisibility()).to.equal(false);
  expect(app.getClientRects()).to.have.length(0);
  app.focus();
  expect(document.activeElement).not.to.equal(app);
}

describe('expiry-gate: before the answer', () => {
  it('shows nothing of the app, and then all of it', async () => {
    const { backend, resolve } = slow();
    const page = await openGate(backend);
    expectHidden(page);
    expect(page.text).to.equal('');
    expect(page.gate.entitlement).to.equal(null);
    resolve(answerOf({ facts: FACTS.active }));
    await oneEvent(page.gate, 'entitlement-changed');
    expect(page.app.checkVisibility()).to.equal(true);
    page.app.focus();
    expect(document.activeElement).to.equal(page.app);
  });

  it('shows nothing of the app when the answer is no', async () => {
    const { backend, resolve } = slow();
    const page = await openGate(backend);
    let shown = 0;
    page.root.addEventListener('slotchange', (event) => {
      if ((event.target as HTMLSlotElement).name === '') shown++;
    });
    resolve(answerOf({ facts: FACTS.expired }));
    await page.until('服务已到期');
    expectHidden(page);
    expect(shown).to.equal(0);
  });

  it('mentions a wait that people notice', async () => {
    const { backend, resolve } = slow();
    const page = await openGate(backend);
    await page.until('正在确认服务状态');
    expect(page.root.querySelector('[role="status"]')).not.to.equal(null);
    expectHidden(page);
    resolve(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
    expect(page.text).to.equal('');
  });

  it('says that there is no backend, and takes one that comes late', async () => {
    const page = await openGate(null);
    await page.until('还没有连接计费服务');
    expectHidden(page);
    const { backend } = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const provided = provideBackend(page.gate.parentElement!, backend);
    await page.until(() => page.isOpen);
    provided.stop();
  });

  it('says that no app was named, and takes a name that comes late', async () => {
    const page = await openGate(new AnsweringBackend(answerOf({ facts: FACTS.active })).backend);
    await page.until(() => page.isOpen);
    page.gate.installationId = '';
    await page.until('还没有指定应用');
    expectHidden(page);
    page.gate.installationId = INSTALLATION;
    await page.until(() => page.isOpen);
  });

  it('is closed at once for another installation, and says so once it is known', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const page = await openGate(world.backend);
    await page.until(() => page.isOpen);
    const other = deferred<InstallationEntitlement>();
    world.answer = () => other.promise;
    page.gate.installationId = 'i-2';
    await page.gate.updateComplete;
    expectHidden(page);
    other.resolve({ ...answerOf({ facts: bought(-1) }), installationId: 'i-2' });
    await page.until('服务已到期');
    expect(
      page
        .details('entitlement-changed')
        .map(({ installationId, state }) => [installationId, state]),
    ).to.deep.equal([
      [INSTALLATION, 'active'],
      ['i-2', 'expired'],
    ]);
  });

  it('drops the answer to an older question', async () => {
    const { world, backend, resolve } = slow();
    const page = await openGate(backend);
    world.change(answerOf({ facts: FACTS.expired }));
    await page.until('服务已到期');
    resolve(answerOf({ facts: FACTS.active }));
    await world.answer();
    await page.gate.updateComplete;
    expectHidden(page);
  });

  it('asks another backend, and lets the last answer hold until it has one', async () => {
    const page = await openGate(new AnsweringBackend(answerOf({ facts: FACTS.active })).backend);
    await page.until(() => page.isOpen);
    const { backend, resolve } = slow();
    page.gate.backend = backend;
    await page.gate.updateComplete;
    expect(page.isOpen).to.equal(true);
    resolve(answerOf({ facts: FACTS.expired }));
    await page.until('服务已到期');
    page.gate.backend = null;
    await page.until('还没有连接计费服务');
  });

  it('may be moved in the page while it is open', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const page = await openGate(world.backend);
    await page.until(() => page.isOpen);
    const { parentElement } = page.gate;
    page.gate.remove();
    await page.gate.updateComplete;
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.expired }));
    parentElement!.append(page.gate);
    await page.until('服务已到期');
  });
});
