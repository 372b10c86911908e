import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order, PaymentAction } from '../../../../src/contract/index.js';
import {
  createMemoryPayments,
  createSimulatedGateway,
  type SimulatedGatewayOptions,
  type SimulatedPayments,
} from '../../../../src/server/gateway/index.js';
import { HOUR, World } from '../../../helpers/billing-world.js';

const REQUEST = { kind: 'new', seats: 5, cycles: 1 } as const;

let world: World;
let payments: SimulatedPayments;

/** One process of several on the same payments. */
const open = (more: Partial<SimulatedGatewayOptions> = {}) =>
  createSimulatedGateway({
    payments,
    clock: { now: () => world.now },
    secret: 'secret',
    pagesUrl: 'https://billing.example/api/simulated-gateway',
    ...more,
  });

const visit = (url: string, method = 'GET', language = 'zh-CN,zh;q=0.9,en;q=0.8') =>
  open().pages(world.billing)(
    new Request(url, { method, headers: { 'Accept-Language': language } }),
  );

beforeEach(async () => {
  world = new World();
  payments = createMemoryPayments();
  Object.assign(world.gateway, open());
  await world.launch();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function begun(
  environment: 'desktop' | 'mobile' | 'wechat' = 'desktop',
  returnUrl?: string,
  method: 'wechat' | 'bank-transfer' = 'wechat',
): Promise<{ order: Order; action: PaymentAction; url: string }> {
  const order = await world.order(REQUEST);
  const action = await world.administrator.startPayment(order.id, {
    ...{ method, environment, key: world.key() },
    ...(returnUrl !== undefined && { returnUrl }),
  });
  const url = action.type === 'redirect' ? action.url : undefined;
  const link = 'simulationUrl' in action ? action.simulationUrl : undefined;
  return { order, action, url: url ?? link ?? '' };
}

const statusOf = async ({ id }: Order) => (await world.administrator.order(id)).status;

describe('the simulated gateway', () => {
  it('pays by the button of its own page, and shows it', async () => {
    const { order, action, url } = await begun('desktop');
    expect(action).toMatchObject({
      type: 'qr',
      codeUrl: url,
      expiresAt: '2026-03-01T10:00:00.000Z',
    });
    const page = await visit(url);
    const html = await page.text();
    expect(html).toContain('¥600.00');
    expect(html).toContain('这是模拟支付，不会产生真实扣款。');
    expect(html).toContain('<form method="post"><button>模拟付款</button></form>');
    expect(await statusOf(order)).toBe('pending');

    const pressed = await visit(url, 'POST');
    expect(pressed.status).toBe(303);
    const next = new URL(pressed.headers.get('Location')!, url).href;
    expect(next).toBe(url);
    expect(await statusOf(order)).toBe('paid');
    const after = await (await visit(next)).text();
    expect(after).toContain('已付款');
    expect(after).not.toContain('<button>');
  });

  it('pays once, however often the button is pressed', async () => {
    const { order, url } = await begun();
    await Promise.all([visit(url, 'POST'), visit(url, 'POST')]);
    await visit(url, 'POST');
    const { status, payments: attempts } = await world.administrator.order(order.id);
    expect([status, attempts[0]?.stray]).toEqual(['paid', []]);
  });

  it('takes a transfer step by step', async () => {
    const { order, url } = await begun('desktop', undefined, 'bank-transfer');
    const buttons = ['模拟转账', '模拟银行受理', '模拟到账'];
    for (const button of buttons) {
      expect(await statusOf(order)).toBe('pending');
      expect(await (await visit(url)).text()).toContain(button);
      await visit(url, 'POST');
    }
    expect(await statusOf(order)).toBe('paid');
  });

  it('leads a phone to its page and back', async () => {
    const { action, url } = await begun('mobile', 'https://shop.example/pay?a=1&b="><script>');
    expect(action).toMatchObject({ type: 'redirect', expiresAt: '2026-03-01T08:05:00.000Z' });
    const html = await (await visit(url, 'GET', 'en-GB,en;q=0.9,zh;q=0.8')).text();
    expect(html).toContain('Pay (simulated)');
    expect(html).toContain('href="https://shop.example/pay?a=1&amp;b=%22%3E%3Cscript%3E"');
    expect(html).not.toContain('<script');
  });

  it('opens nothing without the key of the link', async () => {
    const { order, url } = await begun();
    const bare = new URL(url);
    bare.searchParams.delete('key');
    const other = new URL(url);
    other.searchParams.set('key', '0'.repeat(64));
    const foreign = url.replace(/[^/]+\?/, 'P-other?');
    for (const wrong of [bare.href, other.href, foreign, url.replace(/[^/]+\?/, '%zz?')]) {
      for (const method of ['GET', 'POST']) expect((await visit(wrong, method)).status).toBe(404);
    }
    expect(await statusOf(order)).toBe('pending');
    expect((await visit(url, 'DELETE')).headers.get('Allow')).toBe('GET, POST');
  });

  it('shows its page under a strict policy', async () => {
    const { url } = await begun();
    const { headers } = await visit(url);
    expect(headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('pays nothing that is closed, or over', async () => {
    const first = await begun();
    await world.administrator.cancelOrder(first.order.id);
    await visit(first.url, 'POST');
    expect(await statusOf(first.order)).toBe('cancelled');
    const second = await begun();
    world.advance(2 * HOUR);
    expect(await (await visit(second.url)).text()).toContain('付款已关闭');
    await visit(second.url, 'POST');
    await world.billing.work();
    expect(await statusOf(second.order)).toBe('lapsed');
  });

  it('is found to have been paid where no word came', async () => {
    const { order } = await begun();
    await open().advance(await world.numberOf(order.id));
    await world.pass(2 * HOUR);
    expect(await statusOf(order)).toBe('paid');
  });

  it('sends back what it never had', async () => {
    const { order, url } = await begun('wechat');
    await visit(url, 'POST');
    await world.administrator.requestRefund(order.id, { reason: 'no need', key: world.key() });
    await world.provider.decideRefund(order.id, { decision: 'approve' });
    await world.billing.work();
    expect(await statusOf(order)).toBe('refunded');
  });

  it('is not for production, unless it is asked for', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(() => open()).toThrow('not in production');
    expect(open({ inProduction: true }).supports('wechat', 'desktop')).toBe(true);
  });
});
