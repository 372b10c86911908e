import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import type { Draft } from '../../../src/elements/order-list/tasks/draft.js';
import { prepareTransfer } from '../../../src/elements/order-list/tasks/prepare-transfer.js';
import { order as canned } from '../../helpers/canned-shapes.js';

const [payment] = canned.payments;

const order: Order = {
  ...canned,
  status: 'pending',
  payments: [
    {
      ...payment!,
      id: 'a-1',
      createdAt: '2026-03-01T08:00:00.000Z',
      action: {
        type: 'bank-transfer',
        attemptId: 'a-1',
        amount: 1,
        account: { accountName: 'n', accountNumber: '1', bankName: 'b' },
        reference: 'R-1',
        confirmedBy: 'operator',
        expiresAt: '2026-03-11T08:00:00.000Z',
      },
    },
  ],
};

const line: Draft = {
  attempt: 'a-1',
  transactionId: ' B-1 ',
  amount: '1,200',
  receivedDay: '2026-03-02',
  receivedTime: '09:30',
};

function faults(more: Draft): string[] {
  const prepared = prepareTransfer({ ...line, ...more }, order, 'UTC');
  return prepared.ok ? [] : prepared.faults.map(({ field, code }) => `${field}: ${code}`);
}

describe('a line of a bank statement', () => {
  it('is read in the time zone of the list', () => {
    expect(prepareTransfer(line, order, 'Asia/Shanghai')).toMatchObject({
      ok: true,
      input: {
        attemptId: 'a-1',
        transactionId: 'B-1',
        amount: 120_000,
        receivedAt: '2026-03-02T01:30:00.000Z',
      },
    });
  });

  it('may name the day alone, also the one the transfer began on', () => {
    const day = { receivedDay: '2026-03-01', receivedTime: '' };
    expect(prepareTransfer({ ...line, ...day }, order, 'UTC')).toMatchObject({
      ok: true,
      input: { receivedAt: '2026-03-01T00:00:00.000Z' },
    });
  });

  it('needs each of its parts, and says of each what is wrong', () => {
    expect(faults({ attempt: 'a-9', transactionId: ' ', amount: '', receivedDay: '' })).toEqual([
      'attempt: not-chosen',
      'transactionId: missing',
      'amount: missing',
      'receivedDay: missing',
    ]);
    expect(faults({ transactionId: 'x'.repeat(65) })).toEqual(['transactionId: too-long']);
    expect(faults({ amount: '0' })).toEqual(['amount: not-positive']);
    expect(faults({ amount: 'much' })).toEqual(['amount: not-amount']);
    expect(faults({ receivedDay: '2026-02-28', receivedTime: '07:59' })).toEqual([
      'receivedDay: not-then',
    ]);
  });
});
