import { expect } from '@open-wc/testing';
import { BackendError, type BillingBackend } from '../../../src/contract/index.js';
import type { Offer } from '../../../src/domain/index.js';
import { deferred } from '../../helpers/call-host.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { openForm, readyForm } from './form.js';
import { createWorld, place } from './world.js';

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

  it('says so when a policy has the shape of one and is none', async () => {
    const world = await createWorld();
    const policy = world.policy.bind(world);
    world.policy = async (...args) => {
      const published = await policy(...args);
      const offer: Offer = { type: 'discount', steps: [{ minCycles: 2, payPercent: -90 }] };
      return published && { ...published, policy: { ...published.policy, offer } };
    };
    const page = await openForm(world);
    await page.until('收到的数据有误');
  });

  it('takes up the order in the way though the backend does not say which', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '30');
    world.createOrder = () =>
      Promise.reject(new BackendError('conflict', { reason: 'order-pending' }));
    await place(
      world.simulation.as('administrator'),
      { kind: 'new', seats: 9, cycles: 1 },
      'hers',
    ).catch(() => undefined);
    await page.submit();
    await page.until('已有一个待付款的订单');
  });

  it('leaves alone an order of an installation it was moved away from', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    const create = world.createOrder.bind(world);
    const answered = deferred<undefined>();
    world.createOrder = async (...args) => {
      const order = await create(...args);
      await answered.promise;
      return order;
    };
    await page.submit();
    await world.simulation.installations.create('i-2', { appName: '别的应用' });
    page.form.installationId = 'i-2';
    await page.until('还没有定价');
    answered.resolve(undefined);
    await page.until(() => page.eventNames.includes('order-created'));
    await page.form.updateComplete;
    expect(page.text).to.contain('还没有定价');
  });

  it('ignores an environment, seats and cycles that are none', async () => {
    const page = await readyForm(await createWorld(), {
      attributes: { environment: 'toaster', seats: 'many', cycles: '' },
    });
    expect(page.input('#seats').value).to.equal('5');
    expect(page.find('input[name="method"]')).not.to.equal(null);
  });

  it('draws an order it was handed, whatever is in it', async () => {
    const page = await openForm(createFakeBackend());
    await page.until('扩容成功');
    expect(page.text).to.contain('实付 ¥9,245.00');
  });
});
