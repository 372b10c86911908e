import { expect, test } from 'vitest';
import { isBackendError } from '../../src/contract/index.js';
import type { FieldIssue } from '../../src/contract/index.js';
import { KEY_HEADER, readInput, type CallName } from '../../src/schemas/index.js';
import * as canned from '../helpers/canned-shapes.js';

const KEY = 'key-12345678';

/** The faults of a request: `paths` with their codes. */
function faults(
  name: CallName,
  { body = '', query = '', key = KEY }: { body?: unknown; query?: string; key?: string | null },
): FieldIssue[] {
  try {
    readInput(name, {
      query: new URLSearchParams(query),
      headers: new Headers(key === null ? {} : { [KEY_HEADER]: key }),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return [];
  } catch (error) {
    if (!isBackendError(error) || error.code !== 'invalid') throw error;
    return error.data.issues ?? [];
  }
}

const order = {
  request: { kind: 'expand', seats: 80, cycles: 2 },
  quote: canned.quote,
  acceptForfeit: true,
};

test('unknown keys are refused at every depth, with their path', () => {
  const [list] = canned.quote.lines;
  const body = {
    ...order,
    extra: 1,
    request: { ...order.request, discount: 50 },
    quote: {
      ...canned.quote,
      total: 0,
      lines: [{ ...list, parts: [{ seats: 50, flatAmount: 1, unit: 'fen' }] }],
    },
  };
  expect(faults('createOrder', { body })).toEqual(
    expect.arrayContaining([
      { path: 'extra', code: 'unknown-key' },
      { path: 'request.discount', code: 'unknown-key' },
      { path: 'quote.total', code: 'unknown-key' },
      { path: 'quote.lines[0].parts[0].unit', code: 'unknown-key' },
    ]),
  );
  expect(faults('createOrder', { body: order })).toEqual([]);
});

test('every input is strict', () => {
  const valid: [CallName, object][] = [
    ['publishPolicy', { policy: canned.policy, baseVersion: null }],
    ['createOrder', order],
    ['lowerPrice', { amount: 1 }],
    ['startPayment', { method: 'wechat', environment: 'desktop', returnUrl: 'https://a.example/' }],
    ['requestRefund', { reason: 'r' }],
    ['decideRefund', { decision: 'approve' }],
    ['decideRefund', { decision: 'reject', reason: 'r' }],
    ['requestInvoice', { details: { type: 'ordinary', title: 't', taxNumber: 'n' } }],
    ['markInvoice', { status: 'sent' }],
    ['fileComplaint', { category: 'price', text: 't', contact: 'c' }],
    ['answerComplaint', { text: 't', close: false }],
    [
      'confirmTransfer',
      {
        attemptId: 'a',
        transactionId: 't',
        amount: 1,
        receivedAt: '2026-03-01T08:00:00.000Z',
      },
    ],
  ];
  for (const [name, body] of valid) {
    expect(faults(name, { body }), name).toEqual([]);
    expect(faults(name, { body: { ...body, more: 1 } }), name).toEqual([
      { path: 'more', code: 'unknown-key' },
    ]);
  }
  expect(faults('quote', { query: 'kind=renew&cycles=1&more=1' })).toEqual([
    { path: 'more', code: 'unknown-key' },
  ]);
  expect(
    faults('orders', { query: 'sort.by=amount&sort.direction=ascending&sort.more=1' }),
  ).toEqual([{ path: 'sort.more', code: 'unknown-key' }]);
  expect(
    faults('requestInvoice', {
      body: { details: { type: 'ordinary', title: 't', taxNumber: 'n', fax: '1' } },
    }),
  ).toEqual([{ path: 'details.fax', code: 'unknown-key' }]);
});

test('each fault is told apart', () => {
  expect(faults('lowerPrice', { body: {} })).toEqual([{ path: 'amount', code: 'missing' }]);
  expect(faults('lowerPrice', { body: { amount: '1' } })).toEqual([
    { path: 'amount', code: 'wrong-type' },
  ]);
  expect(faults('lowerPrice', { body: { amount: 1.5 } })).toEqual([
    { path: 'amount', code: 'not-integer' },
  ]);
  expect(faults('lowerPrice', { body: { amount: -1 } })).toEqual([
    { path: 'amount', code: 'out-of-range' },
  ]);
  expect(faults('markInvoice', { body: { status: 'requested' } })).toEqual([
    { path: 'status', code: 'out-of-range' },
  ]);
  expect(faults('decideRefund', { body: { decision: 'maybe' } })).toEqual([
    { path: 'decision', code: 'out-of-range' },
  ]);
  expect(faults('decideRefund', { body: {} })).toEqual([{ path: 'decision', code: 'missing' }]);
});

test('where several shapes are allowed, the nearest one says what is wrong', () => {
  const [list] = canned.quote.lines;
  for (const parts of [[{ seats: 50, flatAmount: '1' }], [{ seats: 50, unitAmount: '1' }]]) {
    const body = { ...order, quote: { ...canned.quote, lines: [{ ...list, parts }] } };
    const name = Object.keys(parts[0]!)[1]!;
    expect(faults('createOrder', { body })).toEqual([
      { path: `quote.lines[0].parts[0].${name}`, code: 'wrong-type' },
    ]);
  }
});

test('the word that names a shape decides which one is asked for', () => {
  expect(faults('decideRefund', { body: { decision: 'reject' } })).toEqual([
    { path: 'reason', code: 'missing' },
  ]);
  const body = { ...order, quote: { ...canned.quote, lines: [{ code: 'list', amount: 1 }] } };
  expect(faults('createOrder', { body })).toEqual(
    ['seats', 'cycles', 'parts'].map((name) => ({
      path: `quote.lines[0].${name}`,
      code: 'missing',
    })),
  );
});

test('a body that is no JSON object is refused', () => {
  for (const body of ['', 'rubbish', '{"amount":1', '[]', 'null', '1']) {
    expect(faults('lowerPrice', { body }), body).toHaveLength(1);
  }
  expect(faults('publishPolicy', { body: { policy: [], baseVersion: 1 } })).toEqual([
    { path: 'policy', code: 'out-of-range' },
  ]);
});

test('a key is needed where something is created, and nowhere else', () => {
  const body = { reason: 'r' };
  expect(faults('requestRefund', { body, key: null })).toEqual([{ path: 'key', code: 'missing' }]);
  for (const key of ['1234567', 'x'.repeat(129), 'with space in it']) {
    expect(faults('requestRefund', { body, key })).toEqual([{ path: 'key', code: 'out-of-range' }]);
  }
  for (const key of ['12345678', 'x'.repeat(128)]) {
    expect(faults('requestRefund', { body, key })).toEqual([]);
  }
  expect(faults('markInvoice', { body: { status: 'sent' }, key: null })).toEqual([]);
});

test('a return address must be absolute and of the web', () => {
  for (const returnUrl of ['javascript:alert(1)', '/relative', 'data:text/html,x', '']) {
    const body = { method: 'wechat', environment: 'mobile', returnUrl };
    expect(faults('startPayment', { body }), returnUrl).toEqual([
      { path: 'returnUrl', code: 'out-of-range' },
    ]);
  }
});

test('numbers of a request pass as they are: the rules judge them', () => {
  expect(faults('quote', { query: 'kind=new&seats=1.5&cycles=-1' })).toEqual([]);
  expect(faults('quote', { query: 'kind=new&seats=many&cycles=1' })).toEqual([
    { path: 'seats', code: 'wrong-type' },
  ]);
});
