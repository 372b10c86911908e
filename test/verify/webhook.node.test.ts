import { describe, expect, it } from 'vitest';
import { signWebhook, verifyWebhook, type ReceivedWebhook } from '../../src/verify/index.js';

/** The vector published with Standard Webhooks. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIMESTAMP = 1_614_265_330;
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const AT = TIMESTAMP * 1000;
const EVENT = {
  type: 'order.refunded',
  timestamp: '2021-02-25T15:02:10.000Z',
  data: {
    installationId: 'in_42',
    orderId: 'SK1',
    amount: 60_000,
    currency: 'CNY',
    refundedAt: '2021-02-25T15:02:10.000Z',
  },
};
const BODY = JSON.stringify(EVENT);

async function received(
  over: Record<string, string | undefined> = {},
  body: ReceivedWebhook['body'] = BODY,
  secret = SECRET,
): Promise<ReceivedWebhook> {
  const signature = await signWebhook({ id: ID, timestamp: TIMESTAMP, body }, secret);
  const headers = {
    'webhook-id': ID,
    'webhook-timestamp': String(TIMESTAMP),
    'webhook-signature': signature,
    ...over,
  };
  return { headers, body };
}

const check = async (
  webhook: ReceivedWebhook | Promise<ReceivedWebhook>,
  secrets: string | string[] = SECRET,
  now = AT,
) => {
  const result = await verifyWebhook(await webhook, secrets, { now: () => now });
  return result.ok ? result.event.type : result.reason;
};

describe('the published vector', () => {
  const body = '{"test": 2432232314}';

  it('is what we sign', async () => {
    expect(await signWebhook({ id: ID, timestamp: TIMESTAMP, body }, SECRET)).toBe(SIGNATURE);
  });

  it('is signed rightly, but no event of billing', async () => {
    expect(await check(received({ 'webhook-signature': SIGNATURE }, body))).toBe('malformed');
    expect(await check(received({ 'webhook-signature': SIGNATURE }, `${body} `))).toBe(
      'bad-signature',
    );
  });
});

describe('a webhook', () => {
  it('gives its event and the id to remember', async () => {
    const webhook = await received();
    const expected = { ok: true, id: ID, event: EVENT };
    expect(await verifyWebhook(webhook, SECRET, { now: () => AT })).toEqual(expected);
    const headers = new Headers(webhook.headers as Record<string, string>);
    const bytes = new TextEncoder().encode(BODY);
    const fetched = { headers, body: bytes };
    expect(await verifyWebhook(fetched, SECRET, { now: () => AT })).toEqual(expected);
  });

  it('is refused when anything signed was changed', async () => {
    const { headers } = await received();
    expect(await check({ headers, body: BODY.replace('60000', '60001') })).toBe('bad-signature');
    expect(await check(received({ 'webhook-id': 'msg_other' }))).toBe('bad-signature');
    expect(await check(received({ 'webhook-timestamp': String(TIMESTAMP + 1) }))).toBe(
      'bad-signature',
    );
  });

  it('is refused by another secret, and accepted while two are in use, on either side', async () => {
    expect(await check(received({}, BODY, OTHER))).toBe('bad-signature');
    expect(await check(received({}, BODY, OTHER), [SECRET, OTHER])).toBe('order.refunded');
    const message = { id: ID, timestamp: TIMESTAMP, body: BODY };
    const both = `${await signWebhook(message, OTHER)} ${await signWebhook(message, SECRET)}`;
    expect(await check(received({ 'webhook-signature': both }))).toBe('order.refunded');
    expect(await check(received({ 'webhook-signature': `v1a,AAAA v1,?? ${both}` }))).toBe(
      'order.refunded',
    );
  });

  it.each(['', 'v1,', 'v2,AAAA', 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='])(
    'with the signature %j is refused',
    async (signature) => {
      const reason = signature === '' ? 'missing-headers' : 'bad-signature';
      expect(await check(received({ 'webhook-signature': signature }))).toBe(reason);
    },
  );

  it('of another version of the scheme is refused, though it is the same bytes', async () => {
    const message = { id: ID, timestamp: TIMESTAMP, body: BODY };
    const signature = (await signWebhook(message, SECRET)).replace('v1,', 'v0,');
    expect(await check(received({ 'webhook-signature': signature }))).toBe('bad-signature');
  });

  it.each([
    ['webhook-id', undefined],
    ['webhook-id', 'msg.1'],
    ['webhook-timestamp', undefined],
    ['webhook-timestamp', '1e9'],
    ['webhook-timestamp', '-1'],
    ['webhook-signature', undefined],
  ])('whose %s is %j is refused', async (name, value) => {
    expect(await check(received({ [name]: value }))).toBe('missing-headers');
  });

  it('holds for five minutes before and after, to the millisecond', async () => {
    const minutes = 5 * 60_000;
    expect(await check(received(), SECRET, AT + minutes)).toBe('order.refunded');
    expect(await check(received(), SECRET, AT + minutes + 1)).toBe('too-old');
    expect(await check(received(), SECRET, AT - minutes)).toBe('order.refunded');
    expect(await check(received(), SECRET, AT - minutes - 1)).toBe('too-new');
  });

  it.each([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['no type', JSON.stringify({ ...EVENT, type: 1 })],
    ['no time', JSON.stringify({ ...EVENT, timestamp: 'soon' })],
    ['no data', JSON.stringify({ ...EVENT, data: null })],
    ['no installation', JSON.stringify({ ...EVENT, data: {} })],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('that is %s is no event', async (_, body) => {
    expect(await check(received({}, body))).toBe('malformed');
  });

  it('of a type nobody knows yet is given for the host to pass over', async () => {
    const body = JSON.stringify({ ...EVENT, type: 'seat.added' });
    expect(await check(received({}, body))).toBe('seat.added');
  });

  it.each(['', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_c2hvcnQ=', 'whsec_%%%%', `${SECRET}\n`])(
    'is not even looked at with the secret %j, which the error does not repeat',
    async (secret) => {
      const refused = check({ headers: {}, body: '' }, secret);
      await expect(refused).rejects.toThrow('whsec_" and 24 to 64 bytes');
      if (secret) await expect(refused).rejects.not.toThrow(secret);
    },
  );
});
