import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import type { OrderStatus } from '../../../src/domain/index.js';
import {
  actionsFor,
  likelyAction,
  obstacleOf,
  openComplaint,
  renewalOf,
} from '../../../src/elements/order-list/actions.js';
import { order as canned } from '../../helpers/canned-shapes.js';

/** Paid, with nothing in its way. */
const paid: Order = {
  ...canned,
  invoice: null,
  refund: null,
  complaints: [],
  refundEligibility: { ok: true },
};

const pending: Order = { ...paid, status: 'pending', paidAt: null, payments: [] };

const withStatus = (status: OrderStatus): Order => ({ ...paid, status });

describe('actionsFor', () => {
  it('offers each role its own, always the same', () => {
    for (const order of [paid, pending, withStatus('refunded')]) {
      const ids = (role: Parameters<typeof actionsFor>[1]) =>
        actionsFor(order, role).map(({ id }) => id);
      expect(ids('administrator')).toEqual([
        'pay',
        'renew',
        'request-invoice',
        'request-refund',
        'cancel',
        'file-complaint',
      ]);
      expect(ids('provider')).toEqual([
        'decide-refund',
        'retry-refund',
        'mark-invoice',
        'lower-price',
      ]);
      expect(ids('operator')).toEqual(['confirm-transfer', 'answer-complaint']);
      expect(ids('member')).toEqual([]);
    }
  });
});

describe('obstacleOf', () => {
  it('lets a pending order be paid, cancelled and made cheaper', () => {
    for (const id of ['pay', 'cancel', 'lower-price'] as const) {
      expect(obstacleOf(pending, id)).toBeNull();
      expect(obstacleOf(paid, id)).toEqual({ code: 'not-pending' });
    }
  });

  it('bars cancelling and a lower price while a transfer is under way', () => {
    const [payment] = canned.payments;
    const order: Order = {
      ...pending,
      payments: [{ ...payment!, method: 'bank-transfer', state: 'processing' }],
    };
    expect(obstacleOf(order, 'cancel')).toEqual({ code: 'transfer-under-way' });
    expect(obstacleOf(order, 'lower-price')).toEqual({ code: 'transfer-under-way' });
    expect(obstacleOf(order, 'pay')).toBeNull();
  });

  it('has nothing to lower at zero', () => {
    const free: Order = { ...pending, quote: { ...pending.quote, payable: 0 } };
    expect(obstacleOf(free, 'lower-price')).toEqual({ code: 'nothing-due' });
  });

  it('gives one invoice for money that was paid and not asked back', () => {
    expect(obstacleOf(paid, 'request-invoice')).toBeNull();
    expect(obstacleOf(canned, 'request-invoice')).toEqual({ code: 'invoice-exists' });
    expect(obstacleOf(pending, 'request-invoice')).toEqual({ code: 'not-paid' });
    expect(obstacleOf(withStatus('refunding'), 'request-invoice')).toEqual({
      code: 'refund-under-way',
    });
    expect(obstacleOf(withStatus('refunded'), 'request-invoice')).toEqual({ code: 'refunded' });
    const free: Order = { ...paid, quote: { ...paid.quote, payable: 0 } };
    expect(obstacleOf(free, 'request-invoice')).toEqual({ code: 'nothing-paid' });
    const again: Order = { ...paid, invoice: { ...canned.invoice!, status: 'cancelled' } };
    expect(obstacleOf(again, 'request-invoice')).toBeNull();
  });

  it('repeats every reason of the backend against a refund', () => {
    const reasons = [{ code: 'invoice-requested' }, { code: 'not-newest', orderId: 'x' }] as const;
    const order: Order = { ...paid, refundEligibility: { ok: false, reasons: [...reasons] } };
    expect(obstacleOf(order, 'request-refund')).toEqual({ code: 'refund-ineligible', reasons });
    expect(obstacleOf(paid, 'request-refund')).toBeNull();
    expect(obstacleOf(withStatus('refund-requested'), 'request-refund')).toEqual({
      code: 'refund-under-way',
    });
    expect(obstacleOf(withStatus('refunded'), 'request-refund')).toEqual({ code: 'refunded' });
    expect(obstacleOf(withStatus('lapsed'), 'request-refund')).toEqual({ code: 'not-paid' });
  });

  it('lets the provider decide what was asked, and retry what failed', () => {
    expect(obstacleOf(withStatus('refund-requested'), 'decide-refund')).toBeNull();
    expect(obstacleOf(paid, 'decide-refund')).toEqual({ code: 'no-refund-requested' });
    expect(obstacleOf(withStatus('refund-failed'), 'retry-refund')).toBeNull();
    expect(obstacleOf(withStatus('refunding'), 'retry-refund')).toEqual({
      code: 'refund-not-failed',
    });
  });

  it('marks an invoice only while it is asked for', () => {
    const asked: Order = { ...paid, invoice: { ...canned.invoice!, status: 'requested' } };
    expect(obstacleOf(asked, 'mark-invoice')).toBeNull();
    expect(obstacleOf(canned, 'mark-invoice')).toEqual({ code: 'no-invoice-requested' });
  });

  it('has one open complaint at a time', () => {
    expect(openComplaint(canned)?.id).toBe('c-1');
    expect(obstacleOf(canned, 'file-complaint')).toEqual({ code: 'complaint-open' });
    expect(obstacleOf(canned, 'answer-complaint')).toBeNull();
    const [complaint] = canned.complaints;
    const closed: Order = { ...canned, complaints: [{ ...complaint!, status: 'closed' }] };
    expect(obstacleOf(closed, 'file-complaint')).toBeNull();
    expect(obstacleOf(closed, 'answer-complaint')).toEqual({ code: 'no-open-complaint' });
  });
});

describe('a transfer that the operator sees', () => {
  const [payment] = canned.payments;
  const transfer = (confirmedBy?: 'operator'): Order => ({
    ...pending,
    payments: [
      {
        ...payment!,
        method: 'bank-transfer',
        state: 'processing',
        action: {
          type: 'bank-transfer',
          attemptId: 'a-1',
          amount: 1,
          account: { accountName: 'n', accountNumber: '1', bankName: 'b' },
          reference: 'R-1',
          expiresAt: canned.createdAt,
          ...(confirmedBy ? { confirmedBy } : {}),
        },
      },
    ],
  });

  it('is confirmed where the gateway leaves it to them, whatever has become of the order', () => {
    expect(obstacleOf(transfer('operator'), 'confirm-transfer')).toBeNull();
    expect(
      obstacleOf({ ...transfer('operator'), status: 'lapsed' }, 'confirm-transfer'),
    ).toBeNull();
    expect(obstacleOf(transfer(), 'confirm-transfer')).toEqual({ code: 'no-transfer-to-confirm' });
    expect(obstacleOf(pending, 'confirm-transfer')).toEqual({ code: 'no-transfer-to-confirm' });
  });

  it('is what a pending order waits for, and no other', () => {
    expect(likelyAction(transfer('operator'), 'operator')).toBe('confirm-transfer');
    expect(likelyAction({ ...transfer('operator'), status: 'paid' }, 'operator')).toBeNull();
  });
});

describe('renewing again', () => {
  it('takes what was paid for, unless an order or a refund is in the way', () => {
    expect(obstacleOf(paid, 'renew')).toBeNull();
    const reasons = [{ code: 'order-pending', orderId: 'o-9' } as const];
    expect(obstacleOf({ ...paid, refundEligibility: { ok: false, reasons } }, 'renew')).toEqual({
      code: 'order-pending',
    });
    expect(obstacleOf(withStatus('refunding'), 'renew')).toEqual({ code: 'refund-under-way' });
    expect(obstacleOf(withStatus('refunded'), 'renew')).toEqual({ code: 'refunded' });
    expect(obstacleOf(withStatus('lapsed'), 'renew')).toEqual({ code: 'not-paid' });
  });

  it('asks for its seats and length, or for one cycle where it had none', () => {
    expect(renewalOf(paid)).toEqual({ kind: 'renew', seats: 80, cycles: 2 });
    const coTerm: Order = { ...paid, quote: { ...paid.quote, cycles: 0 } };
    expect(renewalOf(coTerm)).toEqual({ kind: 'renew', seats: 80, cycles: 1 });
  });
});

describe('likelyAction', () => {
  it('is what the order waits for', () => {
    expect(likelyAction(pending, 'administrator')).toBe('pay');
    expect(likelyAction(paid, 'administrator')).toBe('request-invoice');
    expect(likelyAction(withStatus('refund-requested'), 'provider')).toBe('decide-refund');
    expect(likelyAction(withStatus('refund-failed'), 'provider')).toBe('retry-refund');
    expect(likelyAction(canned, 'operator')).toBe('answer-complaint');
  });

  it('is never to give up something', () => {
    expect(likelyAction(withStatus('refunded'), 'administrator')).toBeNull();
    expect(likelyAction(pending, 'provider')).toBeNull();
    expect(likelyAction(canned, 'member')).toBeNull();
  });
});
