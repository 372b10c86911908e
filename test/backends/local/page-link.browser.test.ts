import { expect } from '@open-wc/testing';
import {
  createLocalBackend,
  type LocalBackend,
  type PayLinkAnswer,
} from '../../../src/backends/local/index.js';
import type { PaymentAction } from '../../../src/contract/index.js';
import { POLICY } from '../../../src/testing/scene.js';

let backend: LocalBackend;
let orderId: string;

beforeEach(async () => {
  backend = createLocalBackend();
  const { simulation } = backend;
  const provider = simulation.as('provider');
  await simulation.installations.create('i1');
  await provider.publishPolicy('i1', { policy: POLICY, baseVersion: null });
  await provider.submit('i1');
  await provider.launch('i1');
  const request = { kind: 'new', seats: 10, cycles: 1 } as const;
  const quote = await backend.quote('i1', request);
  const input = { request, quote, acceptForfeit: false, key: 'order-by-link' };
  ({ id: orderId } = await backend.createOrder('i1', input));
});

afterEach(() => backend.simulation.close());

function start(environment: 'desktop' | 'mobile' | 'wechat'): Promise<PaymentAction> {
  const key = `pay-on-${environment}`;
  return backend.startPayment(orderId, { method: 'wechat', environment, key });
}

async function number(): Promise<string> {
  return (await backend.order(orderId)).payments.at(-1)!.number;
}

function answered(): Promise<PayLinkAnswer> {
  return new Promise((resolve) => backend.simulation.onPayLink(resolve));
}

it('a code comes with a link to this page that pays', async () => {
  const action = await start('desktop');
  const link = action.type === 'qr' ? action.simulationUrl : undefined;
  const url = new URL(link ?? '');
  expect(url.pathname).to.equal(location.pathname);
  location.hash = url.hash;
  expect(await answered()).to.deep.equal({ number: await number(), outcome: 'paid' });
  expect((await backend.order(orderId)).status).to.equal('paid');
  expect(location.hash, 'a reload does not pay again').to.equal('');
});

it('a redirect on a phone pays and is back', async () => {
  const action = await start('mobile');
  location.href = action.type === 'redirect' ? action.url : '';
  await answered();
  expect((await backend.order(orderId)).status).to.equal('paid');
});

it('an authorisation comes back with the payer known', async () => {
  const action = await start('wechat');
  const left = new Promise((resolve) => {
    addEventListener('hashchange', resolve, { once: true });
  });
  location.href = action.type === 'authorize' ? action.url : '';
  await left;
  const again = await start('wechat');
  expect(again.type).to.equal('jsapi');
});

it('a link that another tab is opened with pays here, where the order is known', async () => {
  await start('desktop');
  const frame = document.createElement('iframe');
  const heard = new Promise<unknown>((resolve) => {
    addEventListener('message', ({ data }) => resolve(data), { once: true });
  });
  frame.src = new URL(`./paying-page.html#seatkit-pay=${await number()}`, import.meta.url).href;
  document.body.append(frame);
  expect(await heard).to.deep.equal({ number: await number(), outcome: 'paid', hash: '' });
  expect((await backend.order(orderId)).status).to.equal('paid');
  frame.remove();
});
