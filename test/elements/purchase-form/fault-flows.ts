import { policyWith } from '../../helpers/policy.js';
import { installWallet } from '../../helpers/wallet.js';
import { EACH_KIND } from '../../helpers/faulty-backend.js';
import type { Flow, Scene } from './fault-walk.js';
import { latestOrder, place, POLICY, reprice } from './world.js';

const TWO_YEARS = { seats: '12', cycles: '2' };

/** Cap and credit are such that an expansion to 21 seats loses time and value. */
const LOSING = {
  policy: policyWith({ priceCap: { amount: 100_000, per: 'cycle' } }),
  bought: { kind: 'new', seats: 20, cycles: 3 },
  daysLater: 30,
} as const;

async function compose({ page, buyer }: Scene): Promise<void> {
  await buyer.until(() => page.find('form') !== null);
  await buyer.type();
}

/** As far as the code to be scanned. */
async function order(scene: Scene): Promise<void> {
  await compose(scene);
  await scene.page.submit();
  await scene.buyer.until(() => scene.page.find('.qr-code') !== null);
}

async function askToCancel({ page, buyer }: Scene, label: string): Promise<void> {
  await page.click(label);
  await buyer.until(() => page.find('dialog[open]') !== null);
}

/** The page was away and is seen again. */
function comeBack(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}

const submit = ({ page }: Scene) => page.submit();
const confirmCancel = ({ page }: Scene) => page.get('dialog .danger').click();

/** Every way to a receipt, with each request that it depends on. */
export const FLOWS: readonly Flow[] = [
  {
    name: 'opening the form',
    requests: ['session', 'installation', 'policy'],
    typed: { seats: '5', cycles: '1' },
  },
  {
    name: 'opening the form, what it can do without',
    requests: ['orders'],
    typed: { seats: '5', cycles: '1' },
    optional: true,
  },
  {
    name: 'opening the form on an order that waits',
    requests: ['session', 'installation', 'policy', 'order'],
    typed: { seats: '9', cycles: '1' },
    world: { pending: { kind: 'new', seats: 9, cycles: 1 } },
  },
  {
    name: 'coming back to what was typed',
    requests: ['session', 'installation', 'policy'],
    faults: EACH_KIND,
    typed: TWO_YEARS,
    before: compose,
    act: comeBack,
  },
  {
    name: 'buying',
    requests: ['createOrder', 'startPayment'],
    typed: TWO_YEARS,
    before: compose,
    act: submit,
  },
  {
    name: 'buying in a page that is told of nothing',
    requests: ['createOrder', 'startPayment'],
    faults: EACH_KIND,
    typed: TWO_YEARS,
    watch: 'silent',
    before: compose,
    act: submit,
  },
  {
    name: 'buying by bank transfer in a page that is told of everything twice',
    requests: ['createOrder', 'startPayment'],
    faults: EACH_KIND,
    typed: TWO_YEARS,
    watch: 'twice',
    before: async (scene) => {
      await compose(scene);
      await scene.page.choose('method', 'bank-transfer');
    },
    act: submit,
  },
  {
    name: 'waiting for the payment',
    requests: ['order'],
    typed: TWO_YEARS,
    watch: 'silent',
    before: order,
    act: ({ page }) => page.click('我已付款，立即查询'),
  },
  {
    name: 'renewing a code that has run out',
    requests: ['startPayment'],
    faults: EACH_KIND,
    typed: TWO_YEARS,
    prepare: (world) => {
      const start = world.startPayment.bind(world);
      let times = 0;
      world.startPayment = async (...given) => {
        const action = await start(...given);
        times += 1;
        // The form itself asks once more when the first answer has run out already.
        return times < 3 && action.type === 'qr'
          ? { ...action, expiresAt: '2026-03-01T08:00:00.000Z' }
          : action;
      };
    },
    before: async (scene) => {
      await compose(scene);
      await scene.page.submit();
      await scene.page.until('二维码已过期');
    },
    act: ({ page }) => page.click('获取新的二维码'),
  },
  {
    name: 'changing to a bank transfer',
    requests: ['startPayment'],
    typed: TWO_YEARS,
    before: order,
    act: ({ page }) => page.click('改用对公转账'),
  },
  {
    name: 'cancelling',
    requests: ['cancelOrder'],
    typed: TWO_YEARS,
    givenUp: 1,
    before: async (scene) => {
      await order(scene);
      await askToCancel(scene, '取消订单');
    },
    act: confirmCancel,
  },
  {
    name: 'going back to change the order',
    requests: ['cancelOrder'],
    faults: EACH_KIND,
    typed: TWO_YEARS,
    givenUp: 1,
    watch: 'silent',
    before: async (scene) => {
      await order(scene);
      await askToCancel(scene, '返回修改');
    },
    act: confirmCancel,
  },
  {
    name: 'accepting a price that changed',
    requests: ['createOrder', 'startPayment'],
    faults: EACH_KIND,
    typed: TWO_YEARS,
    watch: 'silent',
    before: async (scene) => {
      await compose(scene);
      await reprice(scene.world, { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } });
      await scene.page.submit();
      await scene.buyer.until(() => scene.page.find('.changed') !== null);
    },
    act: ({ page }) => page.get('.changed .primary').click(),
  },
  {
    name: 'accepting what is lost',
    requests: ['createOrder'],
    faults: EACH_KIND,
    typed: { seats: '21', cycles: '2' },
    world: LOSING,
    free: true,
    before: compose,
    act: submit,
  },
  {
    name: 'expanding to the same end',
    requests: ['createOrder', 'startPayment'],
    faults: EACH_KIND,
    typed: { seats: '26' },
    world: {
      policy: { ...POLICY, expansion: 'co-term' },
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 200,
    },
    before: compose,
    act: submit,
  },
  {
    name: 'renewing',
    requests: ['createOrder', 'startPayment'],
    faults: EACH_KIND,
    typed: { seats: '8', cycles: '2' },
    world: { bought: { kind: 'new', seats: 20, cycles: 1 }, daysLater: 350 },
    before: compose,
    act: submit,
  },
  {
    name: 'buying what costs nothing',
    requests: ['createOrder'],
    typed: TWO_YEARS,
    world: { policy: policyWith({ rule: { type: 'per-seat', unitAmount: 0 } }) },
    free: true,
    before: compose,
    act: submit,
  },
  {
    name: 'following an order to the one with the lower price',
    requests: ['order'],
    typed: TWO_YEARS,
    givenUp: 1,
    spared: 1,
    before: order,
    act: async ({ world }) => {
      const { id } = await latestOrder(world);
      await world.simulation.as('provider').lowerPrice(id, { amount: 50_000, key: 'lowered-1' });
    },
  },
  {
    name: 'paying in the wallet around the page, after saying who pays',
    requests: ['startPayment', 'order'],
    typed: TWO_YEARS,
    attributes: { environment: 'wechat' },
    surround: () => installWallet('ok'),
    before: compose,
    act: submit,
  },
  {
    name: 'meeting an order that somebody else made',
    requests: ['createOrder'],
    faults: EACH_KIND,
    typed: { seats: '12', cycles: '1' },
    watch: 'silent',
    before: async (scene) => {
      await compose(scene);
      await place(scene.world, { kind: 'new', seats: 12, cycles: 1 }, 'other-tab');
    },
    act: submit,
  },
];
