import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import { policyWith } from '../../helpers/policy.js';
import { openForm, readyForm, type FormPage } from './form.js';
import { createWorld, payLatest, place, reprice, POLICY } from './world.js';

const BOUGHT = { bought: { kind: 'new', seats: 20, cycles: 1 }, daysLater: 200 } as const;

const tiered = policyWith({
  rule: {
    type: 'tiered',
    mode: 'graduated',
    tiers: [
      { upTo: 10, flatAmount: 198_000 },
      { upTo: null, unitAmount: 9_000 },
    ],
  },
});

/** What is there to be seen, and how to get to it. */
const SCREENS: Record<string, () => Promise<FormPage>> = {
  'the form': async () => readyForm(await createWorld(BOUGHT)),
  'the form with faults': async () => {
    const page = await readyForm(await createWorld());
    await page.type('#seats', '一百');
    return page;
  },
  'the ways out': async () => {
    const page = await readyForm(await createWorld(BOUGHT));
    await page.type('#seats', '12');
    return page;
  },
  'a way to pay of the host': async () => {
    const page = await readyForm(await createWorld());
    const own = document.createElement('p');
    own.slot = 'payment';
    own.textContent = '收银台';
    page.form.append(own);
    await page.submit();
    await page.until(() => page.find('.pay') !== null);
    return page;
  },
  'the tiers': async () => {
    const page = await readyForm(await createWorld({ policy: tiered }));
    page.get('summary').click();
    return page;
  },
  months: async () => readyForm(await createWorld({ policy: { ...POLICY, cycle: 'month' } })),
  'what is lost': async () => {
    const policy = policyWith({ priceCap: { amount: 100_000, per: 'cycle' } });
    const bought = { kind: 'new', seats: 20, cycles: 3 } as const;
    const page = await readyForm(await createWorld({ policy, bought, daysLater: 30 }));
    await page.submit();
    return page;
  },
  'a phone': async () =>
    readyForm(await createWorld(BOUGHT), { attributes: { environment: 'wechat' } }),
  'a changed price': async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    world.simulation.setFaults({ session: 'unavailable' });
    await reprice(world, { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } });
    world.simulation.setFaults({});
    await page.submit();
    await page.until('价格有变化');
    return page;
  },
  'the code': async () => shown(await createWorld(), 'wechat', '.qr-code'),
  'the account': async () => shown(await createWorld(), 'bank-transfer', '.steps'),
  'the question before cancelling': async () => {
    const page = await shown(await createWorld(), 'wechat', '.qr-code');
    await page.click('取消订单');
    await page.until(() => page.find('dialog[open]') !== null);
    return page;
  },
  'the receipt': async () => {
    const world = await createWorld();
    const page = await shown(world, 'wechat', '.qr-code');
    await payLatest(world);
    await page.until('购买成功');
    return page;
  },
  'an end': async () => {
    const world = await createWorld();
    const page = await shown(world, 'wechat', '.qr-code');
    await world.simulation.clock.advance({ days: 1 });
    await page.until('订单已超时关闭');
    return page;
  },
  'an obstacle': async () => {
    const page = await openForm(await createWorld({ session: 'member' }));
    await page.until('需要管理员来购买');
    return page;
  },
  'a failure': async () => {
    const page = await openForm(await createWorld({ faults: { all: 'network' } }));
    await page.until('网络连接不上');
    return page;
  },
  'no backend': () => openForm(null),
};

async function shown(world: LocalBackend, method: string, what: string): Promise<FormPage> {
  const page = await readyForm(world);
  await page.choose('method', method);
  await page.submit();
  await page.until(() => page.find(what) !== null);
  return page;
}

describe('purchase-form: for everybody', () => {
  for (const [name, open] of Object.entries(SCREENS)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`has no fault that axe finds: ${name}, ${theme}`, async () => {
        const page = await open();
        page.form.theme = theme;
        page.form.parentElement!.style.background = theme === 'dark' ? '#17191d' : '#fff';
        await page.form.updateComplete;
        for (const animation of page.root.getAnimations()) {
          if (animation instanceof CSSTransition) animation.finish();
        }
        await expect(page.form).to.be.accessible();
      });
    }
  }

  it('moves the focus to what comes next, and only while it is being used', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    page.submitButton.focus();
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expect(page.root.activeElement?.id).to.equal('pay-title');

    (page.root.activeElement as HTMLElement).blur();
    await payLatest(world);
    await page.until('购买成功');
    expect(page.root.activeElement).to.equal(null);
    await page.until(() => page.get('#announcement').textContent === '购买成功');
  });

  it('does not take the focus when its data arrives', async () => {
    const world = await createWorld();
    await place(world, { kind: 'new', seats: 9, cycles: 1 }, 'waiting');
    const page = await openForm(world);
    await page.until('这个订单还没有付款');
    expect(document.activeElement).to.equal(document.body);
  });

  it('gives the focus back when cancelling is called off', async () => {
    const page = await shown(await createWorld(), 'wechat', '.qr-code');
    const cancel = page.button('取消订单');
    cancel.focus();
    cancel.click();
    await page.until(() => page.find('dialog[open]') !== null);
    await page.click('继续付款');
    await page.until(() => page.find('dialog[open]') === null);
    expect(page.root.activeElement).to.equal(cancel);
  });

  it('leads from the dialog to what became of the order', async () => {
    const page = await shown(await createWorld(), 'wechat', '.qr-code');
    await page.click('取消订单');
    await page.until(() => page.find('dialog[open]') !== null);
    page.get('dialog .danger').focus();
    page.get('dialog .danger').click();
    await page.until('订单已取消');
    expect(page.root.activeElement?.id).to.equal('outcome');
  });

  it('names its fields, and groups what belongs together', async () => {
    const page = await readyForm(await createWorld(BOUGHT));
    expect(page.get('label[for="seats"]').textContent.trim()).to.equal('人数');
    const legends = [...page.root.querySelectorAll('fieldset legend')].map((legend) =>
      legend.textContent.trim(),
    );
    expect(legends).to.deep.equal(['订单类型', '时长', '付款']);
    expect(page.find('[role="spinbutton"]')).to.equal(null);
  });

  it('submits with Enter in a field', async () => {
    const page = await readyForm(await createWorld());
    const form = page.formElement;
    expect(page.input('#seats').form).to.equal(form);
    expect(page.submitButton.form).to.equal(form);
    expect(page.submitButton.disabled).to.equal(false);
  });
});
