import type { Change } from '../../contract/index.js';
import { ensure, ensurePlain, equal, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { freshKey, launched, order, POLICY, QR } from '../scene.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;
/** How long a change may take to be told, in real milliseconds. */
const TOLD_WITHIN_MS = 5000;

/** Waits for a change to be told, and no longer than it may take. */
async function inTime(told: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TOLD_WITHIN_MS);
  });
  await Promise.race([told, late]);
  clearTimeout(timer);
}

/** Watching, aborting, and that answers are the caller's own. */
export const plumbingChecks: Record<string, ContractCheck> = {
  'whoever watches is told, until they stop': async (make) => {
    const scene = await launched(await make());
    const { id, administrator, provider } = scene;
    const heard: Change[] = [];
    const told = new Promise<void>((resolve) => {
      const stop = administrator.watch(id, (change) => {
        heard.push(change);
        stop();
        resolve();
      });
    });
    await provider.publishPolicy(id, { policy: POLICY, baseVersion: 1 });
    await inTime(told);
    equal(heard[0]?.installationId, id, 'told of the installation');
    const before = heard.length;
    await order(scene, TEN);
    equal(heard.length, before, 'not after it was stopped');
  },

  'whoever watches all is told of each they may see, and of no other': async (make) => {
    const harness = await make();
    const own = await launched(harness);
    const other = await launched(harness);
    const heard: Change[] = [];
    const stop = own.administrator.watch(null, (change) => heard.push(change));
    const both = new Set<string>();
    const told = new Promise<void>((resolve) => {
      const operator = harness.backendFor('operator');
      const stopAll = operator.watch(null, ({ installationId }) => {
        if (installationId === own.id || installationId === other.id) both.add(installationId);
        if (both.size < 2) return;
        stopAll();
        resolve();
      });
    });
    await order(other, TEN);
    await order(own, TEN);
    await inTime(told);
    equal(both.size, 2, 'told of both installations');
    stop();
    const ids = heard.map(({ installationId }) => installationId);
    ensure(ids.includes(own.id), 'told of their own');
    ensure(!ids.includes(other.id), "not told of another's");
  },

  'an aborted call rejects, and a repeated write does no harm': async (make) => {
    const scene = await launched(await make());
    const { id, administrator } = scene;
    const gone = await administrator
      .installation(id, { signal: AbortSignal.abort() })
      .catch((error: unknown) => error);
    ensure(gone instanceof Error, 'aborted before it began');
    const made = await order(scene, TEN);
    const controller = new AbortController();
    const input = { ...QR, key: freshKey() };
    const call = administrator.startPayment(made.id, input, { signal: controller.signal });
    controller.abort();
    await call.catch(() => undefined);
    const action = await administrator.startPayment(made.id, input);
    equal(action.type, 'qr', 'the same key goes on');
    equal((await administrator.order(made.id)).payments.length, 1, 'with the one attempt');
  },

  'an answer is plain JSON and the own of whoever asked': async (make) => {
    const scene = await launched(await make());
    const made = await order(scene, TEN);
    const { id, administrator, provider } = scene;
    ensurePlain(made, 'order');
    ensurePlain(await administrator.session(), 'session');
    ensurePlain(await administrator.installation(id), 'installation');
    ensurePlain(await administrator.entitlement(id), 'entitlement');
    ensurePlain(await provider.policyVersions(id), 'policyVersions');
    ensurePlain(await administrator.quote(id, TEN), 'quote');
    ensurePlain(await administrator.orders({ installationId: id }, null), 'orders');
    const action = await administrator.startPayment(made.id, { ...QR, key: freshKey() });
    ensurePlain(action, 'action');
    made.quote.lines.length = 0;
    made.status = 'paid';
    const kept = await administrator.order(made.id);
    equal([kept.status, kept.quote.lines.length], ['pending', 1], 'changing it changes nothing');
  },

  'a key must be 8 to 128 visible ASCII characters': async (make) => {
    const { id, administrator } = await launched(await make());
    const quote = await administrator.quote(id, TEN);
    for (const key of ['short', 'x'.repeat(129), 'with a space', '一二三四五六七八']) {
      const input = { request: TEN, quote, acceptForfeit: false, key };
      await refused(administrator.createOrder(id, input), 'invalid', `the key ${key}`);
    }
  },
};
