import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOpenPayment,
  isTransferUnderWay,
  paymentTransition,
} from '../../../src/domain/orders/payment.js';
import type { PaymentMethod, PaymentState } from '../../../src/domain/orders/types.js';

const STATES: PaymentState[] = [
  'creating',
  'open',
  'created',
  'processing',
  'bank-accepted',
  'succeeded',
  'closed',
  'revoked',
];

const reachable = (method: PaymentMethod, state: PaymentState) =>
  STATES.filter((reported) => paymentTransition(method, state, reported) !== null);

describe('paymentTransition: wallet', () => {
  it.each<[PaymentState, PaymentState[]]>([
    ['creating', ['open', 'succeeded', 'closed', 'revoked']],
    ['open', ['succeeded', 'closed', 'revoked']],
    ['closed', ['succeeded']],
    ['revoked', ['succeeded']],
    ['succeeded', []],
    ['processing', []],
  ])('%s may become %j', (state, next) => {
    expect(reachable('wechat', state)).toEqual(next);
  });
});

describe('paymentTransition: bank transfer', () => {
  it.each<[PaymentState, PaymentState[]]>([
    ['creating', ['created', 'processing', 'bank-accepted', 'succeeded', 'closed', 'revoked']],
    ['created', ['processing', 'bank-accepted', 'succeeded', 'closed', 'revoked']],
    ['processing', ['bank-accepted', 'succeeded', 'closed', 'revoked']],
    ['bank-accepted', ['succeeded', 'closed', 'revoked']],
    ['closed', ['succeeded']],
    ['succeeded', []],
    ['open', []],
  ])('%s may become %j', (state, next) => {
    expect(reachable('bank-transfer', state)).toEqual(next);
  });
});

describe('payment states', () => {
  it('bar lapse, cancel and change of method while the bank is at work', () => {
    expect(STATES.filter(isTransferUnderWay)).toEqual(['processing', 'bank-accepted']);
  });

  it('are open until an end', () => {
    expect(STATES.filter((state) => !isOpenPayment(state))).toEqual([
      'succeeded',
      'closed',
      'revoked',
    ]);
  });

  it('come to the same end in whatever order and however often the gateway reports', () => {
    const method = fc.constantFrom<PaymentMethod>('wechat', 'bank-transfer');
    fc.assert(
      fc.property(
        method,
        fc.array(fc.constantFrom(...STATES), { maxLength: 12 }),
        (by, reports) => {
          let state: PaymentState = 'creating';
          for (const reported of [...reports, ...reports]) {
            state = paymentTransition(by, state, reported) ?? state;
          }
          if (reports.includes('succeeded')) expect(state).toBe('succeeded');
          else
            expect(isOpenPayment(state)).toBe(
              !reports.some((r) => r === 'closed' || r === 'revoked'),
            );
          for (const reported of reports) expect(paymentTransition(by, state, reported)).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
