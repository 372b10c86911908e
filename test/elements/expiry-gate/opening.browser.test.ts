import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { createLocalBackend, type LocalBackend } from '../../../src/backends/local/index.js';
import { policyWith } from '../../helpers/policy.js';
import { FACTS, INSTALLATION, answerOf, bought, inDays, NOW } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, openedGate } from './gate-page.js';

/** Billing in memory: priced, launched, and tried since. */
async function launched(): Promise<LocalBackend> {
  const backend = createLocalBackend({
    seed: async ({ as, clock, installations }) => {
      await clock.set('2026-03-01T08:00:00.000Z');
      await installations.create(INSTALLATION, { providerName: '云杉软件', contacts: ['王敏'] });
      const provider = as('provider');
      await provider.publishPolicy(INSTALLATION, { policy: policyWith({}), baseVersion: null });
      await provider.submit(INSTALLATION);
      await provider.launch(INSTALLATION);
    },
  });
  await backend.simulation.ready();
  return backend;
}

/** Orders and pays, as a form elsewhere would. */
async function buy({ simulation }: LocalBackend): Promise<void> {
  const administrator = simulation.as('administrator');
  const request = { kind: 'new', seats: 10, cycles: 1 } as const;
  const order = await administrator.createOrder(INSTALLATION, {
    request,
    quote: await administrator.quote(INSTALLATION, request),
    acceptForfeit: false,
    key: 'order-in-a-test',
  });
  const payment = { method: 'wechat', environment: 'desktop', key: 'payment-in-a-test' } as const;
  await administrator.startPayment(order.id, payment);
  const { payments } = await administrator.order(order.id);
  await simulation.gateway.pay(payments[0]?.number ?? '');
  await simulation.work();
}

describe('expiry-gate: as things change', () => {
  it('closes at the end of the trial and opens by itself when the app is bought', async () => {
    const backend = await launched();
    const page = await openedGate(backend);
    const end = page.gate.entitlement?.endsAt ?? '';
    await backend.simulation.clock.set(new Date(Date.parse(end) - 60_000).toISOString());
    await page.until('试用最后一天');
    expect(page.isOpen).to.equal(true);
    await backend.simulation.clock.set(end);
    await page.until('试用已结束');
    expect(page.isOpen).to.equal(false);
    await buy(backend);
    await page.until(() => page.isOpen);
    expect(page.gate.entitlement).to.include({ state: 'active', seats: 10 });
    expect(page.news).to.equal('现在可以继续使用了。');
    expect(page.details('entitlement-changed').map(({ state }) => state)).to.deep.equal([
      'trial',
      'trial',
      'trial-expired',
      'active',
    ]);
    await backend.simulation.close();
  });

  it('closes on time by itself though the backend no longer answers', async () => {
    const end = inDays(0, 300);
    const segments = [{ seats: 5, startsAt: inDays(-9), endsAt: end }];
    const world = new AnsweringBackend(answerOf());
    world.answer = () =>
      world.asked === 1
        ? Promise.resolve(answerOf({ facts: { segments } }))
        : new Promise(() => undefined);
    const page = await openedGate(world.backend);
    await page.until('服务已到期');
    expect(page.isOpen).to.equal(false);
    expect(page.gate.entitlement?.endsAt).to.equal(end);
    // In case it was renewed meanwhile.
    await page.until(() => world.asked === 2);
  });

  it("takes no notice of the device's clock", async () => {
    const { now } = Date;
    const world = new AnsweringBackend(answerOf({ facts: bought(10) }));
    const page = await openedGate(world.backend);
    try {
      for (const days of [-400, 400]) {
        Date.now = () => now() + days * 86_400_000;
        page.gate.requestUpdate();
        await page.gate.updateComplete;
        expect(page.isOpen).to.equal(true);
        expect(page.gate.entitlement?.daysLeft).to.equal(10);
      }
    } finally {
      Date.now = now;
    }
  });

  it('asks again when an order inside it was paid, without being told', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
    const page = await openGate(world.backend);
    await page.until('服务已到期');
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.active }));
    page.buyerForm.dispatchEvent(new CustomEvent('order-paid', { bubbles: true, composed: true }));
    await page.until(() => page.isOpen);
  });

  it('asks again when the page is shown again', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const page = await openedGate(world.backend);
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.expired }));
    document.dispatchEvent(new Event('visibilitychange'));
    await page.until('服务已到期');
  });

  it('tells the host of each change once', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const page = await openedGate(world.backend);
    for (let i = 0; i < 3; i++) {
      world.tell();
      await world.answer();
      await page.gate.updateComplete;
    }
    await aTimeout(0);
    expect(page.details('entitlement-changed')).to.deep.equal([
      {
        installationId: INSTALLATION,
        state: 'active',
        blocked: false,
        seats: 20,
        endsAt: inDays(200),
        daysLeft: 200,
      },
    ]);
    setTimeout(() => world.change(answerOf({ facts: bought(200, 30) })));
    await oneEvent(page.gate, 'entitlement-changed');
    expect(page.details('entitlement-changed')[1]).to.include({ seats: 30, blocked: false });
  });

  it('announces that the app was stopped', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(0, 20), now: inDays(-1) }));
    const page = await openedGate(world.backend);
    await page.until('服务最后一天');
    world.change(answerOf({ facts: bought(0, 20), now: NOW }));
    await page.until('服务已到期');
    expect(page.news).to.equal('服务已到期');
  });

  it('takes the focus along when it closes over what had it, and keeps what was typed', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(3) }));
    const page = await openedGate(world.backend);
    await page.until('服务还剩 3 天');
    page.app.value = 'half a sentence';
    page.app.focus();
    world.change(answerOf({ facts: bought(-1) }));
    await page.until('服务已到期');
    expect(page.root.activeElement?.textContent).to.equal('服务已到期');
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
    expect(page.root.activeElement?.className).to.equal('content');
    expect(page.app.value).to.equal('half a sentence');
    page.app.focus();
    expect(page.root.querySelector('[tabindex]')).to.equal(null);
  });

  it('leaves the focus alone where it is elsewhere', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(3) }));
    const page = await openedGate(world.backend);
    const elsewhere = document.createElement('button');
    page.gate.after(elsewhere);
    elsewhere.focus();
    world.change(answerOf({ facts: bought(-1) }));
    await page.until('服务已到期');
    expect(document.activeElement).to.equal(elsewhere);
  });
});
