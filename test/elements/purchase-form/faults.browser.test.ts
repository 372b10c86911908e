import { expect } from '@open-wc/testing';
import type { BillingBackend } from '../../../src/contract/index.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { openForm, readyForm } from './form.js';
import { createWorld } from './world.js';

describe('purchase-form: a backend that misbehaves', () => {
  for (const call of ['session', 'installation', 'policy'] as const) {
    it(`says so when ${call} answers rubbish`, async () => {
      const page = await openForm(await createWorld({ faults: { [call]: 'rubbish' } }));
      await page.until('收到的数据有误');
      expect(page.button('重试')).not.to.equal(null);
    });
  }

  it('does not need to know of refunds to sell', async () => {
    const page = await readyForm(await createWorld({ faults: { orders: 'unavailable' } }));
    expect(page.submitButton.textContent).to.contain('支付 ¥600.00');
  });

  it('keeps what was typed when creating answers rubbish', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '31');
    world.simulation.setFaults({ createOrder: 'rubbish' });
    await page.submit();
    await page.until('收到的数据有误');
    expect(page.input('#seats').value).to.equal('31');
    world.simulation.setFaults({});
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
  });

  it('makes one order though the network repeats everything', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    world.simulation.setFaults({ all: 'twice' });
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    world.simulation.setFaults({});
    const { items } = await world.orders({}, null);
    expect(items.map(({ payments }) => payments.length)).to.deep.equal([1]);
  });

  const refusals = [
    ['forbidden', '没有权限'],
    ['unauthenticated', '登录已失效'],
    ['rate-limited', '操作太频繁'],
    ['not-found', '没有找到'],
  ] as const;
  for (const [code, title] of refusals) {
    it(`says what ${code} means, where the order was made`, async () => {
      const world = await createWorld();
      const page = await readyForm(world);
      world.simulation.setFaults({ createOrder: code });
      await page.submit();
      await page.until(title);
      expect(page.find('form [role="alert"]')).not.to.equal(null);
      expect(page.submitButton.getAttribute('aria-disabled')).to.equal('false');
    });
  }

  it('works with a backend that cannot be watched', async () => {
    const world = await createWorld();
    const watch: BillingBackend['watch'] = () => {
      throw new Error('not supported');
    };
    const page = await readyForm(Object.assign(world, { watch }));
    expect(page.events.map(({ name }) => name)).to.deep.equal(['billing-error']);
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
  });

  it('stops watching when it leaves the page, and goes on when it comes back', async () => {
    let watchers = 0;
    const world = await createWorld();
    const watch = world.watch.bind(world);
    world.watch = (...args) => {
      const stop = watch(...args);
      watchers += 1;
      return () => {
        watchers -= 1;
        stop();
      };
    };
    const page = await readyForm(world);
    expect(watchers).to.equal(1);
    const place = page.form.parentElement!;
    await page.type('#seats', '30');
    page.form.remove();
    expect(watchers).to.equal(0);
    place.append(page.form);
    await page.until('支付 ¥3,600.00');
    expect(watchers).to.equal(1);
    expect(page.input('#seats').value).to.equal('30');
  });

  it('draws an order it was handed, whatever is in it', async () => {
    const page = await openForm(createFakeBackend());
    await page.until('扩容成功');
    expect(page.text).to.contain('实付 ¥9,245.00');
  });
});
