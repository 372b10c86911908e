import { describe, expect, test } from 'vitest';
import {
  BACKEND_ERROR_CODES,
  BACKEND_ERROR_REASONS,
  BackendError,
  type BackendErrorData,
} from '../../src/contract/index.js';
import { errorFrom, problem, problemFrom } from '../../src/schemas/index.js';
import * as canned from '../helpers/canned-shapes.js';

const DATA: Required<BackendErrorData> = {
  reason: 'order-pending',
  quote: canned.quote,
  policy: canned.publishedPolicy,
  violations: [
    { code: 'seats-out-of-range', min: 1, max: 1_000_000 },
    { code: 'not-integer', field: 'cycles' },
    { code: 'cycle-changed', cycle: 'month' },
    { code: 'no-policy' },
  ],
  policyIssues: [{ code: 'out-of-range', path: 'rule.tiers[1].upTo', min: 1, max: 2 }],
  invoiceIssues: [{ code: 'too-long', field: 'title', max: 100 }],
  issues: [{ path: 'key', code: 'missing' }],
  current: canned.publishedPolicy,
  order: canned.order,
  refundReasons: [{ code: 'not-paid' }, { code: 'order-pending', orderId: 'o-9' }],
};

const none = new Headers();

/** An error as it comes out at the other end. */
function carried(error: BackendError): BackendError {
  const document = problemFrom(error);
  const text = JSON.stringify(document);
  return errorFrom(JSON.parse(text) as unknown, document.status, none);
}

describe('both ways', () => {
  test.each(BACKEND_ERROR_CODES)('%s keeps its code and all it brings', (code) => {
    const back = carried(new BackendError(code, DATA));
    expect(back).toBeInstanceOf(BackendError);
    expect(back.code).toBe(code);
    expect(back.data).toEqual(DATA);
    expect(back.retryable).toBe(new BackendError(code).retryable);
  });

  test.each(BACKEND_ERROR_REASONS)('the reason %s survives', (reason) => {
    expect(carried(new BackendError('conflict', { reason })).data).toEqual({ reason });
  });

  test.each(BACKEND_ERROR_CODES)('%s without data makes a document of RFC 9457', (code) => {
    const document = problemFrom(new BackendError(code));
    expect(problem.parse(document)).toEqual(document);
    expect(document.type).toBe(`urn:seatkit:problem:${code}`);
    expect(document.status).toBeGreaterThanOrEqual(400);
    expect(document).not.toHaveProperty('reason');
  });
});

test('no cause and no stack leave the server', () => {
  const error = new BackendError('unavailable', { cause: new Error('password in a connection') });
  expect(JSON.stringify(problemFrom(error))).not.toContain('password');
});

test('the detail names the fields at fault', () => {
  const issues = [
    { path: 'a.b', code: 'missing' },
    { path: 'c', code: 'unknown-key' },
  ];
  expect(problemFrom(new BackendError('invalid', { issues })).detail).toBe(
    'a.b: missing, c: unknown-key',
  );
});

describe('without a document', () => {
  test.each([
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'timeout'],
    [409, 'conflict'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timeout'],
    [599, 'unavailable'],
    [302, 'invalid-response'],
    [418, 'invalid-response'],
  ] as const)('%i means %s', (status, code) => {
    for (const body of [undefined, null, 'Bad Gateway', {}, [], { code: 'of another api' }]) {
      const error = errorFrom(body, status, none);
      expect(error.code).toBe(code);
      expect(error.data).toEqual({});
    }
  });
});

test('members that make no sense are left out, the others stay', () => {
  const error = errorFrom(
    {
      code: 'quote-changed',
      reason: 'of-a-later-version',
      quote: canned.quote,
      policy: 5,
      order: {},
    },
    409,
    none,
  );
  expect(error.code).toBe('quote-changed');
  expect(error.data).toEqual({ quote: canned.quote });
});

describe('Retry-After', () => {
  const after = (value: string, date?: string) =>
    errorFrom(
      null,
      429,
      new Headers({ 'Retry-After': value, ...(date === undefined ? {} : { Date: date }) }),
    ).retryAfter;

  test('counts in seconds', () => {
    expect(after('120')).toBe(120);
    expect(after('0')).toBe(0);
  });

  test('names an instant by the clock of the server', () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    expect(after('Wed, 21 Oct 2026 07:28:30 GMT', date)).toBe(30);
    expect(after('Wed, 21 Oct 2026 07:00:00 GMT', date)).toBe(0);
  });

  test.each(['soon', '-5', '1.5', ''])('is ignored when it says %j', (text) => {
    expect(after(text)).toBeNull();
  });
});
