import type { ServerStore } from '../../../src/server/store/index.js';
import { buy, freshKey, launched, order, startPaying } from '../../../src/testing/scene.js';
import { storeHarness, type StoreHarness } from './store-harness.js';

/** Names and words of the customer's people in {@link fill}; company names are none of them. */
export const PEOPLE = {
  contact: '王小明',
  mail: 'wang.xiaoming@example.com',
  address: '人民路 12 号',
  phone: '13800138000',
  complaint: '王小明 has had enough',
  reason: 'Wang does not want it',
};

/** An installation with a bought, an invoiced, a complained of, a refunded and a pending order. Gives its id. */
export async function fill(store: ServerStore): Promise<{ id: string; harness: StoreHarness }> {
  const harness = storeHarness(store);
  const scene = await launched(harness);
  const { id, administrator, provider, operator } = scene;
  await harness.billing.installations.setPlatformFacts(id, { contacts: [PEOPLE.contact] });
  const first = await buy(scene, { kind: 'new', seats: 10, cycles: 1 });
  await administrator.requestInvoice(first.id, {
    key: freshKey(),
    details: {
      type: 'ordinary',
      title: '甲公司',
      taxNumber: '91350100M000100Y43',
      address: PEOPLE.address,
      phone: PEOPLE.phone,
      email: PEOPLE.mail,
    },
  });
  await provider.markInvoice(first.id, 'sent');
  await administrator.fileComplaint(first.id, {
    key: freshKey(),
    category: 'service',
    text: PEOPLE.complaint,
    contact: PEOPLE.mail,
  });
  await operator.answerComplaint(first.id, { text: `Dear ${PEOPLE.contact}`, close: false });
  const second = await buy(scene, { kind: 'renew', cycles: 1 });
  await administrator.requestRefund(second.id, { reason: PEOPLE.reason, key: freshKey() });
  await provider.decideRefund(second.id, { decision: 'approve' });
  await harness.work();
  await harness.clock.advance({ ms: 10_000 });
  await harness.work();
  const third = await order(scene, { kind: 'renew', cycles: 2 });
  await startPaying(scene, third.id);
  return { id, harness };
}
