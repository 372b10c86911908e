import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BillingBackend } from '../../src/contract/index.js';
import { contractChecks, ContractViolation } from '../../src/testing/index.js';
import { localHarness } from '../backends/local/local-harness.js';

type Sabotage = (honest: BillingBackend) => Partial<BillingBackend>;

/** A backend that breaks one rule, and the check that must find it. */
const broken: readonly [rule: string, check: string, Sabotage][] = [
  [
    'takes any price the page sends',
    'a price tampered with is refused with the fresh quote',
    (honest) => ({
      createOrder: async (id, input) =>
        honest.createOrder(id, { ...input, quote: await honest.quote(id, input.request) }),
    }),
  ],
  [
    'accepts losses on behalf of the buyer',
    'what is lost must be accepted',
    (honest) => ({
      createOrder: (id, input) => honest.createOrder(id, { ...input, acceptForfeit: true }),
    }),
  ],
  [
    'forgets idempotency keys',
    'one key makes one order, however often and at the same time',
    (honest) => ({
      createOrder: (id, input) =>
        honest.createOrder(id, { ...input, key: `fresh-${Math.random()}` }),
    }),
  ],
  [
    'believes the page that it paid',
    'only the gateway makes an order paid, from its success time',
    (honest) => ({
      order: async (id) => {
        const order = await honest.order(id);
        return order.payments.length > 0 ? { ...order, status: 'paid' } : order;
      },
    }),
  ],
  [
    'publishes over the version of someone else',
    'publishing from a stale version is refused with the current one',
    (honest) => ({
      publishPolicy: async (id, { policy }) =>
        honest.publishPolicy(id, {
          policy,
          baseVersion: (await honest.policy(id))?.version ?? null,
        }),
    }),
  ],
  [
    'gives the first page for every cursor',
    'pages follow each other by cursor, newest first, with the totals of all',
    (honest) => ({ orders: (filter) => honest.orders(filter, null) }),
  ],
  [
    'takes any transfer for the whole amount',
    'a transfer of a wrong amount is flagged and refunded, and pays nothing',
    (honest) => ({
      confirmTransfer: async (id, input) => {
        const { quote } = await honest.order(id);
        return honest.confirmTransfer(id, { ...input, amount: quote.payable });
      },
    }),
  ],
  [
    'takes the same money for another each time',
    'money confirmed again changes nothing, whatever the key',
    (honest) => ({
      confirmTransfer: (id, input) =>
        honest.confirmTransfer(id, {
          ...input,
          transactionId: `line-${Math.random()}`,
          key: `fresh-${Math.random()}`,
        }),
    }),
  ],
  [
    'starts the time of a transfer when it was confirmed',
    'a transfer that the operator saw arrive pays the order, from when it arrived',
    (honest) => ({
      confirmTransfer: async (id, input) =>
        honest.confirmTransfer(id, { ...input, receivedAt: (await honest.session()).now }),
    }),
  ],
  [
    'tells those who watch all of one installation alone',
    'whoever watches all is told of each they may see, and of no other',
    (honest) => ({ watch: (id, onChange) => honest.watch(id ?? 'installation-1', onChange) }),
  ],
  [
    'tells nobody of changes',
    'whoever watches is told, until they stop',
    () => ({ watch: () => () => undefined }),
  ],
  [
    'shows members the amounts',
    'an installation names its parties and hides amounts from members',
    (honest) => ({
      installation: async (id) => ({
        ...(await honest.installation(id)),
        subscription: { launchedAt: '', trialDays: 0, extraTrial: null, segments: [] },
      }),
    }),
  ],
  [
    'answers with more than JSON can say',
    'an answer is plain JSON and the own of whoever asked',
    (honest) => ({
      quote: async (id, request) => ({
        ...(await honest.quote(id, request)),
        policyVersion: undefined as never,
      }),
    }),
  ],
  [
    'mixes currencies',
    'the currency stays while paid time is live or may become so',
    (honest) => ({
      publishPolicy: (id, { policy, baseVersion }) =>
        honest.publishPolicy(id, { policy: { ...policy, currency: 'CNY' }, baseVersion }),
    }),
  ],
  [
    'hands out what it stores',
    'an answer is plain JSON and the own of whoever asked',
    (honest) => {
      const shared = new Map<string, ReturnType<BillingBackend['order']>>();
      const one = (id: string): ReturnType<BillingBackend['order']> => {
        const known = shared.get(id) ?? honest.order(id);
        shared.set(id, known);
        return known;
      };
      return {
        order: one,
        createOrder: async (id, input) => one((await honest.createOrder(id, input)).id),
      };
    },
  ],
];

describe('the contract checks', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each(broken)('find a backend that %s', async (_rule, check, sabotage) => {
    const harness = localHarness({});
    const views = new Map<string, BillingBackend>();
    const backendFor: typeof harness.backendFor = (role, id) => {
      const key = JSON.stringify([role, id]);
      const honest = harness.backendFor(role, id);
      const view = views.get(key) ?? { ...honest, ...sabotage(honest) };
      views.set(key, view);
      return view;
    };
    await contractChecks[check]!(() => harness);
    const violation = contractChecks[check]!(() => ({ ...harness, backendFor }));
    const outcome = violation.catch((error: unknown) => error);
    // Some checks give a backend time to do right.
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcome).toBeInstanceOf(Error);
    await harness.close();
  });

  it('say what was expected and what was seen', async () => {
    const harness = localHarness({});
    const backendFor: typeof harness.backendFor = (role, id) => ({
      ...harness.backendFor(role, id),
      session: () => harness.backendFor('operator').session(),
    });
    const check = contractChecks['a session says who is asking and what time it is']!;
    const violation = check(() => ({ ...harness, backendFor }));
    await expect(violation).rejects.toThrow(ContractViolation);
    await expect(violation).rejects.toThrow(
      'roles: expected ["provider","member"], got ["operator","operator"]',
    );
    await harness.close();
  });

  it('cover every call of the contract', async () => {
    const harness = localHarness({});
    const called = new Set<string>();
    const backendFor: typeof harness.backendFor = (role, id) =>
      new Proxy(harness.backendFor(role, id), {
        get(target, name: keyof BillingBackend) {
          called.add(name);
          return target[name];
        },
      });
    const calls = Object.keys(harness.backendFor('provider'));
    for (const check of Object.values(contractChecks))
      await check(() => ({ ...harness, backendFor }));
    expect([...called].sort()).toEqual(calls.sort());
    await harness.close();
  });
});
