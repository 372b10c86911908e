import { expect } from '@open-wc/testing';
import { FACTS, INSTALLATION, answerOf, bought } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, openedGate } from './gate-page.js';

async function stopped() {
  const world = new AnsweringBackend(answerOf({ facts: FACTS.expired }));
  const page = await openGate(world.backend);
  await page.until('服务已到期');
  return { world, page };
}

describe('expiry-gate: buying in place', () => {
  for (const [state, label, kind] of [
    ['trial-expired', '购买', 'new'],
    ['expired', '续期', 'renew'],
    ['over-limit-blocked', '扩容', 'expand'],
  ] as const) {
    it(`asks for ${kind} when the state is ${state}`, async () => {
      const page = await openGate(new AnsweringBackend(answerOf({ facts: FACTS[state] })).backend);
      await page.until(label);
      await page.click(label);
      expect(page.details('purchase-request')).to.deep.equal([
        { installationId: INSTALLATION, kind },
      ]);
    });
  }

  it("shows the host's form, with the focus, and closes it again", async () => {
    const { page } = await stopped();
    expect(page.buyerForm.assignedSlot).to.equal(null);
    await page.click('续期');
    expect(page.buyerForm.checkVisibility()).to.equal(true);
    expect(page.root.activeElement?.getAttribute('aria-label')).to.equal('购买');
    expect(page.isOpen).to.equal(false);
    await page.click('关闭');
    expect(page.buyerForm.assignedSlot).to.equal(null);
    expect(page.root.activeElement?.textContent).to.equal('服务已到期');
  });

  it('leaves it to a host that prevents it', async () => {
    const { page } = await stopped();
    page.gate.addEventListener('purchase-request', (event) => event.preventDefault());
    await page.click('续期');
    expect(page.buyerForm.assignedSlot).to.equal(null);
    expect(page.details('purchase-request')).to.have.length(1);
  });

  it('only asks where the host gave no form', async () => {
    const { page } = await stopped();
    page.buyerForm.remove();
    await page.click('续期');
    expect(page.details('purchase-request')).to.have.length(1);
    expect(page.buttons).to.deep.equal(['续期']);
  });

  it('opens the app below the form it was bought in, where the receipt is still read', async () => {
    const { page, world } = await stopped();
    await page.click('续期');
    page.buyerForm.focus();
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
    expect(page.buyerForm.checkVisibility()).to.equal(true);
    expect(page.root.activeElement?.getAttribute('aria-label')).to.equal('购买');
    expect(page.news).to.equal('现在可以继续使用了。');
    await page.click('关闭');
    expect(page.buyerForm.assignedSlot).to.equal(null);
    expect(page.root.activeElement?.className).to.equal('content');
  });

  it('leaves a form above the open app in place when there is nothing left to announce', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(3) }));
    const page = await openedGate(world.backend);
    await page.until('服务还剩 3 天');
    await page.click('续期');
    page.buyerForm.focus();
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => !page.text.includes('服务还剩'));
    expect(page.buyerForm.checkVisibility()).to.equal(true);
    expect(document.activeElement).to.equal(page.buyerForm);
    await page.click('关闭');
    expect(page.buyerForm.assignedSlot).to.equal(null);
    expect(page.isOpen).to.equal(true);
  });

  it('shows the brand of the host on the card, and not beside the app', async () => {
    const { page, world } = await stopped();
    const logo = page.gate.querySelector<HTMLElement>('[slot="logo"]')!;
    expect(logo.checkVisibility()).to.equal(true);
    world.change(answerOf({ facts: FACTS.active }));
    await page.until(() => page.isOpen);
    expect(logo.checkVisibility()).to.equal(false);
  });

  it('has no news for who was let in from the start', async () => {
    const page = await openGate(new AnsweringBackend(answerOf({ facts: bought(5) })).backend);
    await page.until('服务还剩');
    expect(page.news).to.equal('');
  });
});
