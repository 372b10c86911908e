import { beforeEach, describe, expect, it } from 'vitest';
import type { Order, Role } from '../../../src/contract/index.js';
import {
  CHANGES_ROUTES,
  HOST_ROUTES,
  ROUTES,
  type CallName,
  type HostCallName,
} from '../../../src/schemas/index.js';
import { POLICY } from '../../helpers/billing-world.js';
import { createWorld, type ServerWorld } from '../app/server-world.js';

type Name = CallName | HostCallName | 'changes' | 'allChanges';

/**
 * Who may call what over HTTP, as SPEC §1 and the contract say it; not taken from the code. `p`rovider, `a`dministrator, `m`ember and
 * `o`perator, each with a token for the installation in question. `O`: only an operator who sees every installation.
 */
const MAY: Record<Name, string> = {
  session: 'p a m o',
  installation: 'p a m o',
  entitlement: 'p a m o',
  changes: 'p a m o',
  allChanges: 'p a m o',
  policy: 'p a o',
  quote: 'p a o',
  order: 'p a o',
  orders: 'p a o',
  policyVersions: 'p o',
  publishPolicy: 'p',
  submit: 'p',
  launch: 'p',
  lowerPrice: 'p',
  decideRefund: 'p',
  markInvoice: 'p',
  startExtraTrial: 'a',
  createOrder: 'a',
  cancelOrder: 'a',
  startPayment: 'a',
  requestRefund: 'a',
  requestInvoice: 'a',
  fileComplaint: 'a',
  answerComplaint: 'o',
  confirmTransfer: 'o',
  confirmReturn: 'o',
  createInstallation: 'O',
  setPlatformFacts: 'o',
  reportSeats: 'o',
  deadLetters: 'O',
  replayDeadLetter: 'O',
  discardDeadLetter: 'O',
};

/** Calls that name no one installation: what is somebody else's is not there, instead of not found. */
const UNBOUND: readonly Name[] = [
  'session',
  'orders',
  'allChanges',
  'createInstallation',
  'deadLetters',
  'replayDeadLetter',
  'discardDeadLetter',
];

const ROLES = ['provider', 'administrator', 'member', 'operator'] as const;
const NAMES = Object.keys(MAY) as Name[];
const PATHS: Record<string, { method: string; path: string }> = {
  ...ROUTES,
  ...HOST_ROUTES,
  changes: CHANGES_ROUTES.one,
  allChanges: CHANGES_ROUTES.all,
};

const request = { kind: 'new', seats: 5, cycles: 1 };
const details = { type: 'ordinary', title: 'T', taxNumber: '1'.repeat(15), email: 'a@b.cn' };
const received = '2026-03-01T08:00:00.000Z';

/** What each call sends where it sends something: well formed, so that only rights can refuse it. */
function inputOf(name: Name, order: Order): object | null {
  const inputs: Partial<Record<Name, object>> = {
    publishPolicy: { policy: POLICY, baseVersion: 1 },
    quote: request,
    createOrder: { request, quote: order.quote, acceptForfeit: false },
    lowerPrice: { amount: 1 },
    startPayment: { method: 'wechat', environment: 'desktop' },
    confirmTransfer: { attemptId: 'any', transactionId: 'B-1', amount: 1, receivedAt: received },
    requestRefund: { reason: 'r' },
    decideRefund: { decision: 'approve' },
    requestInvoice: { details },
    markInvoice: { status: 'sent' },
    fileComplaint: { category: 'other', text: 't', contact: 'c' },
    answerComplaint: { text: 't', close: false },
    confirmReturn: { transactionId: 'B-1', returnedAt: received },
    createInstallation: {
      id: 'another',
      appName: 'A',
      providerName: 'P',
      customerName: 'C',
      contacts: [],
      merchantAccountOpened: true,
      customerAuthorized: true,
      seatsInUse: null,
    },
    setPlatformFacts: { appName: 'Renamed' },
    reportSeats: { seatsInUse: 3 },
  };
  return inputs[name] ?? null;
}

let world: ServerWorld;
let mine: string;
let order: Order;

beforeEach(async () => {
  world = createWorld();
  mine = await world.newInstallation();
  const everyone = { userId: 'u', userName: 'U', installations: 'all' } as const;
  const provider = world.server.billing.as({ ...everyone, role: 'provider' });
  const administrator = world.server.billing.as({ ...everyone, role: 'administrator' });
  await provider.publishPolicy(mine, { policy: POLICY, baseVersion: null });
  await provider.submit(mine);
  await provider.launch(mine);
  const asked = { kind: 'new', seats: 5, cycles: 1 } as const;
  const quote = await administrator.quote(mine, asked);
  order = await administrator.createOrder(mine, {
    request: asked,
    quote,
    acceptForfeit: false,
    key: 'key-of-the-first',
  });
});

function tokenOf(role: Role, installations: 'all' | readonly string[], tenant: string): string {
  return world.welcome({ role, userId: `${tenant}-${role}`, userName: 'N', installations, tenant });
}

/** Calls a route on an installation or the order of it. */
async function call(name: Name, as: string | null, id: string, orderId: string) {
  const { method, path } = PATHS[name]!;
  const input = inputOf(name, order);
  const query =
    method === 'GET' && input
      ? `?${new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))}`
      : '';
  const where = path.replace('{id}', path.includes('/orders/') ? orderId : id) + query;
  const response = await world.send(where, {
    method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${name}-1` },
    ...(method === 'POST' && input && { body: JSON.stringify(input) }),
    ...(as !== null && { as }),
  });
  const { status, body } = response;
  if (response.headers.get('Content-Type') === 'text/event-stream') {
    await body!.cancel();
    return { status, text: '' };
  }
  return { status, text: await response.text() };
}

it('has a line for every route', () => {
  expect(NAMES.toSorted()).toEqual(Object.keys(PATHS).toSorted());
});

describe.each(NAMES)('%s', (name) => {
  const allowed = MAY[name].split(' ');

  it('is for the roles in the table', async () => {
    for (const role of ROLES) {
      const all = await call(name, tokenOf(role, 'all', 'all'), mine, order.id);
      const own = await call(name, tokenOf(role, [mine], 'own'), mine, order.id);
      const letter = role.charAt(0);
      expect(own.status !== 403, `${role} of the installation`).toBe(allowed.includes(letter));
      const everywhere = allowed.includes(letter) || allowed.includes(letter.toUpperCase());
      expect(all.status !== 403, `${role} of everything`).toBe(everywhere);
      expect(all.status).not.toBe(401);
      expect(all.status).toBeLessThan(500);
    }
  });

  it('is for nobody without a token, and with one that is not believed', async () => {
    for (const as of [null, 'forged']) {
      const { status, text } = await call(name, as, mine, order.id);
      expect(status).toBe(401);
      expect(JSON.parse(text)).toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('tells other tenants no more of what is there than of what is not', async () => {
    if (UNBOUND.includes(name)) return;
    const blank = (text: string) => text.replaceAll(mine, 'X').replaceAll(order.id, 'X');
    for (const role of ROLES) {
      for (const theirs of [[], ['elsewhere']]) {
        const token = tokenOf(role, theirs, `other-${theirs.length}`);
        const there = await call(name, token, mine, order.id);
        const nowhere = await call(name, token, 'nowhere', 'nothing');
        expect(there.status).toBe(allowed.includes(role.charAt(0)) ? 404 : 403);
        expect({ ...there, text: blank(there.text) }).toEqual(nowhere);
      }
    }
    const seen = await world.server.billing
      .as({ role: 'operator', userId: 'o', userName: 'O', installations: 'all' })
      .order(order.id);
    expect(seen).toEqual(order);
  });
});

it('lists to other tenants nothing of what is not theirs', async () => {
  const token = tokenOf('administrator', ['elsewhere'], 'other');
  const { status, text } = await call('orders', token, mine, order.id);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    items: [],
    nextCursor: null,
    totals: { count: 0, amounts: [] },
  });
  const asked = await world.send(`/v1/orders?installationId=${mine}`, { as: token });
  const nowhere = await world.send('/v1/orders?installationId=nowhere', { as: token });
  expect([asked.status, await asked.text()]).toEqual([404, await nowhere.text()]);
});

it('refuses an operator of one installation to make another, whether or not it is there', async () => {
  const token = tokenOf('operator', ['elsewhere'], 'other');
  const answers = [];
  for (const id of [mine, 'brand-new']) {
    const body = JSON.stringify({ ...inputOf('createInstallation', order), id });
    const headers = { 'Content-Type': 'application/json' };
    const response = await world.send('/v1/installations', {
      method: 'POST',
      as: token,
      headers,
      body,
    });
    answers.push([response.status, await response.text()]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]![0]).toBe(403);
});
