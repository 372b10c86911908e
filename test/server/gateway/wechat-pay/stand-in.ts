import {
  createCipheriv,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { Instant } from '../../../../src/domain/index.js';
import type { WeChatPayOptions } from '../../../../src/server/gateway/index.js';
import { selfSignedCertificate } from './certificate.js';

type Json = Record<string, unknown>;
type Signer = 'public-key' | 'certificate' | 'stranger';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const MERCHANT = pair();
const PLATFORM = { 'public-key': pair(), certificate: pair(), stranger: pair() };

export const CERTIFICATE_SERIAL = '5A1B2C3D4E5F60718293A4B5C6D7E8F901234567';
export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0116000000000020261122000000000001';
export const API_V3_KEY = '0123456789abcdefghijklmnopqrstuv';

const CERTIFICATE = selfSignedCertificate(PLATFORM.certificate, {
  serial: CERTIFICATE_SERIAL,
  from: '2025-01-01T00:00:00Z',
  until: '2029-12-31T00:00:00Z',
});

/** What goes wrong with an answer. `lie` changes what it says before it is signed. */
export interface Fault {
  kind:
    | 'unheard'
    | 'lost'
    | 'hanging'
    | 'unsigned'
    | 'strange-key'
    | 'old'
    | 'early'
    | 'altered'
    | 'truncated'
    | 'huge'
    | 'refused'
    | 'lie';
  status?: number;
  code?: string;
  lie?: (answer: Json) => Json;
}

interface PlacedOrder {
  body: string;
  way: string;
  state: string;
  amount: { total: number; currency: string };
  transactionId: string | null;
  successTime: string | null;
}

/** WeChat Pay as a merchant sees it: checks how requests are signed, signs and encrypts what it says, with real keys. */
export class WeChatPayStandIn {
  readonly requests: { method: string; path: string; body: Json | null; serial: string | null }[] =
    [];
  readonly orders = new Map<string, PlacedOrder>();
  readonly refunds = new Map<string, Json>();
  /** How the next refunds stand once asked for. */
  refundStatus = 'PROCESSING';
  signer: Signer = 'public-key';
  private readonly faults: Fault[] = [];
  private readonly nonces = new Set<string>();
  private readonly now: () => Instant;

  constructor(now: () => Instant) {
    this.now = now;
  }

  /** What a merchant of it is configured with. */
  options(): WeChatPayOptions & { fetch: typeof fetch } {
    return {
      mchid: '1900007291',
      appid: 'wxd678efh567hg6787',
      merchantKey: MERCHANT.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      merchantSerial: '408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB',
      apiV3Key: API_V3_KEY,
      platformKeys: [
        {
          id: PUBLIC_KEY_ID,
          pem: PLATFORM['public-key'].publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        },
        { pem: CERTIFICATE },
      ],
      notifyUrl: 'https://billing.example/v1/notifications/wechat-pay',
      clock: { now: this.now },
      fetch: (input, init) => this.fetch(new Request(input, init)),
    };
  }

  /** The next answer goes wrong like this. */
  fail(kind: Fault['kind'], more: Omit<Fault, 'kind'> = {}): void {
    this.faults.push({ kind, ...more });
  }

  /** The payer pays; `force`: although the order is closed. */
  pay(number: string, { at = this.now(), amount }: { at?: Instant; amount?: number } = {}): void {
    const order = this.requireOrder(number);
    order.state = 'SUCCESS';
    order.transactionId = `4200${number.replace(/\D/g, '')}`;
    order.successTime = chinese(at);
    if (amount !== undefined) order.amount = { ...order.amount, total: amount };
  }

  endRefund(refundNumber: string, status: string): void {
    const refund = this.refunds.get(refundNumber)!;
    this.refunds.set(refundNumber, { ...refund, status, success_time: chinese(this.now()) });
  }

  transaction(number: string): Json {
    const order = this.requireOrder(number);
    const { mchid, appid } = this.options();
    return {
      mchid,
      appid,
      out_trade_no: number,
      trade_type: order.way,
      trade_state: order.state,
      trade_state_desc: 'as it is',
      ...(order.successTime !== null && {
        transaction_id: order.transactionId,
        success_time: order.successTime,
        payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
      }),
      amount: { ...order.amount, payer_total: order.amount.total, payer_currency: 'CNY' },
    };
  }

  refundResource(refundNumber: string): Json {
    const { status, amount, ...rest } = this.refunds.get(refundNumber)!;
    const { total, refund } = amount as Json;
    return {
      ...rest,
      mchid: this.options().mchid,
      refund_status: status,
      amount: { total, refund, payer_total: total, payer_refund: refund },
    };
  }

  /** What WeChat Pay tells unasked. */
  notification(
    type: string,
    resource: Json,
    { key = API_V3_KEY, ageSeconds = 0, alter = (body: string) => body } = {},
  ): Request {
    const nonce = randomBytes(6).toString('hex');
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from('transaction'));
    const sealed = [cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()];
    const body = JSON.stringify({
      id: 'EV-2018022511223320873',
      create_time: chinese(this.now()),
      event_type: type,
      resource_type: 'encrypt-resource',
      resource: {
        algorithm: 'AEAD_AES_256_GCM',
        original_type: 'transaction',
        ciphertext: Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64'),
        associated_data: 'transaction',
        nonce,
      },
    });
    const headers = this.signed(body, this.signer, -ageSeconds);
    headers.set('Content-Type', 'application/json');
    const { notifyUrl } = this.options();
    return new Request(notifyUrl, { method: 'POST', headers, body: alter(body) });
  }

  private requireOrder(number: string): PlacedOrder {
    const order = this.orders.get(number);
    if (!order) throw new RangeError(`no order ${number}`);
    return order;
  }

  private async fetch(request: Request): Promise<Response> {
    const fault = this.faults.shift();
    if (fault?.kind === 'unheard') throw new TypeError('fetch failed');
    if (fault?.kind === 'hanging') return hang(request.signal);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const path = pathname + search;
    const { method } = request;
    const serial = request.headers.get('Wechatpay-Serial');
    const body = text === '' ? null : (JSON.parse(text) as Json);
    this.requests.push({ method, path, body, serial });
    this.checkSignature(request.headers.get('Authorization') ?? '', method, path, text);
    if (fault?.kind === 'refused') {
      return this.answer(fault.status ?? 500, { code: fault.code ?? 'SYSTEM_ERROR', message: '' });
    }
    const [status, answer] = this.handle(method, decodeURIComponent(pathname), body, text);
    if (fault?.kind === 'lost') throw new TypeError('fetch failed');
    return this.answer(status, answer, fault);
  }

  private handle(
    method: string,
    path: string,
    body: Json | null,
    text: string,
  ): [number, Json | null] {
    const [, way] = /^\/v3\/pay\/transactions\/(native|jsapi|h5)$/.exec(path) ?? [];
    if (method === 'POST' && way !== undefined && body) return this.place(way, body, text);
    const [, number = '', close] =
      /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)(\/close)?$/.exec(path) ?? [];
    if (number !== '') {
      const order = this.orders.get(number);
      if (close !== undefined) {
        if (order?.state === 'SUCCESS') return refusal(400, 'ORDER_PAID');
        if (order) order.state = 'CLOSED';
        return [204, null];
      }
      return order ? [200, this.transaction(number)] : refusal(404, 'ORDER_NOT_EXIST');
    }
    const [, refundNumber] = /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(path) ?? [];
    if (refundNumber !== undefined) {
      const refund = this.refunds.get(refundNumber);
      return refund ? [200, refund] : refusal(404, 'RESOURCE_NOT_EXISTS');
    }
    if (path === '/v3/refund/domestic/refunds' && body) return this.refund(body);
    return refusal(404, 'NOT_FOUND');
  }

  private place(way: string, body: Json, text: string): [number, Json] {
    const number = body.out_trade_no as string;
    const { mchid, appid, notifyUrl } = this.options();
    const amount = body.amount as PlacedOrder['amount'];
    const inOrder =
      body.mchid === mchid &&
      body.appid === appid &&
      body.notify_url === notifyUrl &&
      /^[\w\-|*]{6,32}$/.test(number) &&
      Array.from(body.description as string).length <= 127 &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(body.time_expire as string) &&
      Number.isInteger(amount.total) &&
      amount.currency === 'CNY' &&
      (way !== 'jsapi' || 'payer' in body) &&
      (way !== 'h5' || 'scene_info' in body);
    if (!inOrder) return refusal(400, 'PARAM_ERROR');
    const known = this.orders.get(number);
    if (known && known.body !== text) return refusal(400, 'INVALID_REQUEST');
    if (known?.state === 'CLOSED') return refusal(400, 'ORDER_CLOSED');
    this.orders.set(
      number,
      known ?? {
        body: text,
        way,
        state: 'NOTPAY',
        amount,
        transactionId: null,
        successTime: null,
      },
    );
    if (way === 'native') return [200, { code_url: `weixin://wxpay/bizpayurl?pr=${number}` }];
    if (way === 'jsapi') return [200, { prepay_id: `wx20141027${number}` }];
    const query = `prepay_id=wx2016${number}&package=2150917749`;
    const url = `https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?${query}`;
    return [200, { h5_url: url }];
  }

  private refund(body: Json): [number, Json] {
    const refundNumber = body.out_refund_no as string;
    const known = this.refunds.get(refundNumber);
    if (known) return [200, known];
    const [number, order] =
      [...this.orders].find(([, { transactionId }]) => transactionId === body.transaction_id) ?? [];
    if (!order) return refusal(404, 'RESOURCE_NOT_EXISTS');
    if (order.state === 'REFUND') return refusal(400, 'INVALID_REQUEST');
    order.state = 'REFUND';
    const refund = {
      refund_id: '50000000382019052709732678859',
      out_refund_no: refundNumber,
      transaction_id: body.transaction_id,
      out_trade_no: number,
      status: this.refundStatus,
      ...(this.refundStatus === 'SUCCESS' && { success_time: chinese(this.now()) }),
      amount: { ...(body.amount as Json), payer_total: order.amount.total },
    };
    this.refunds.set(refundNumber, refund);
    return [200, refund];
  }

  /** @throws Error when a request is not signed as WeChat Pay wants it: a fault of the gateway under test */
  private checkSignature(header: string, method: string, path: string, body: string): void {
    const parts = Object.fromEntries(
      [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const { mchid, nonce_str: nonce = '', timestamp = '', signature = '', serial_no } = parts;
    const message = `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`;
    const options = this.options();
    const genuine =
      header.startsWith('WECHATPAY2-SHA256-RSA2048 ') &&
      mchid === options.mchid &&
      serial_no === options.merchantSerial &&
      !this.nonces.has(nonce) &&
      Math.abs(Date.parse(this.now()) / 1000 - Number(timestamp)) <= 300 &&
      createVerify('RSA-SHA256').update(message).verify(MERCHANT.publicKey, signature, 'base64');
    if (!genuine) throw new Error(`SIGN_ERROR: ${header}`);
    this.nonces.add(nonce);
  }

  private answer(status: number, said: Json | null, fault?: Fault): Response {
    const answer = said && fault?.lie ? fault.lie(said) : said;
    const whole = answer ? JSON.stringify(answer) : '';
    const body =
      fault?.kind === 'truncated'
        ? whole.slice(0, -2)
        : fault?.kind === 'huge'
          ? whole.padEnd(100_000)
          : whole;
    const shift = fault?.kind === 'old' ? -301 : fault?.kind === 'early' ? 301 : 0;
    const signer = fault?.kind === 'strange-key' ? 'stranger' : this.signer;
    const headers = fault?.kind === 'unsigned' ? new Headers() : this.signed(body, signer, shift);
    const sent = fault?.kind === 'altered' ? body.replace(/\d/, '9') + ' ' : body;
    return new Response(status === 204 ? null : sent, { status, headers });
  }

  private signed(body: string, signer: Signer, shiftSeconds: number): Headers {
    const timestamp = String(Math.floor(Date.parse(this.now()) / 1000) + shiftSeconds);
    const nonce = randomBytes(16).toString('hex');
    const { privateKey }: { privateKey: KeyObject } = PLATFORM[signer];
    const signature = createSign('RSA-SHA256')
      .update(`${timestamp}\n${nonce}\n${body}\n`)
      .sign(privateKey, 'base64');
    return new Headers({
      'Wechatpay-Serial': signer === 'certificate' ? CERTIFICATE_SERIAL : PUBLIC_KEY_ID,
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Signature': signature,
    });
  }
}

/** Whether a signature for the page is the merchant's. */
export function isMerchants(message: string, signature: string): boolean {
  const verify = createVerify('RSA-SHA256').update(message);
  return verify.verify(MERCHANT.publicKey, signature, 'base64');
}

function refusal(status: number, code: string): [number, Json] {
  return [status, { code, message: 'refused' }];
}

function chinese(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}

function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
