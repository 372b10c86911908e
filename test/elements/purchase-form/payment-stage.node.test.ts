import { describe, expect, it } from 'vitest';
import type { Order, PaymentAction, PaymentAttempt } from '../../../src/contract/index.js';
import {
  amountDiffers,
  openAttempt,
  stageOnReturn,
  transferUnderWay,
} from '../../../src/elements/purchase-form/payment/payment-stage.js';
import { order, paymentActions, qrAction } from '../../helpers/canned-shapes.js';
import { NOW } from './facts-of.js';

function pendingWith(state: PaymentAttempt['state'], action: PaymentAction | null): Order {
  const attempt = { ...order.payments[0]!, state, action };
  return { ...order, status: 'pending', payments: [attempt] };
}

const actionOf = (type: PaymentAction['type']) =>
  paymentActions.find((action) => action.type === type)!;

describe('stageOnReturn', () => {
  it('shows the code that is still good', () => {
    const stage = stageOnReturn(pendingWith('open', qrAction), 'desktop', NOW);
    expect(stage).toEqual({ step: 'shown', action: qrAction });
  });

  it('never shows a code on a phone', () => {
    for (const phone of ['wechat', 'platform-app', 'mobile'] as const) {
      expect(stageOnReturn(pendingWith('open', qrAction), phone, NOW).step).toBe('ready');
    }
  });

  it('does not show a code that is closed or has run out', () => {
    expect(stageOnReturn(pendingWith('closed', qrAction), 'desktop', NOW).step).toBe('ready');
    const later = '2027-03-01T08:00:00.000Z';
    expect(stageOnReturn(pendingWith('open', qrAction), 'desktop', later).step).toBe('ready');
  });

  it('shows a transfer on every device, for days', () => {
    const transfer = pendingWith('processing', actionOf('bank-transfer'));
    expect(stageOnReturn(transfer, 'mobile', '2030-01-01T00:00:00.000Z').step).toBe('shown');
  });

  it('waits for the buyer before it opens a wallet or leaves the page', () => {
    for (const type of ['jsapi', 'redirect'] as const) {
      expect(stageOnReturn(pendingWith('open', actionOf(type)), 'mobile', NOW)).toEqual({
        step: 'ready',
        returned: true,
      });
    }
    expect(stageOnReturn(pendingWith('creating', null), 'desktop', NOW)).toEqual({
      step: 'ready',
      returned: false,
    });
  });
});

describe('attempts', () => {
  it('know the one that can be paid', () => {
    expect(openAttempt(pendingWith('created', null))?.id).toBe('pay-1');
    expect(openAttempt(pendingWith('revoked', null))).toBeNull();
  });

  it('know when a bank has the money in hand', () => {
    expect(transferUnderWay(pendingWith('created', null))).toBe(false);
    expect(transferUnderWay(pendingWith('processing', null))).toBe(true);
    expect(transferUnderWay(pendingWith('bank-accepted', null))).toBe(true);
  });
});

describe('amountDiffers', () => {
  it('catches an action that asks for another amount than the order', () => {
    expect(amountDiffers(qrAction, order)).toBe(false);
    expect(amountDiffers({ ...qrAction, amount: 924_501 } as PaymentAction, order)).toBe(true);
    expect(amountDiffers({ type: 'none' }, order)).toBe(false);
  });
});
