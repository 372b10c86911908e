import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import type { Draft, Prepared } from '../../../src/elements/order-list/tasks/draft.js';
import { invoiceTitles } from '../../../src/elements/order-list/tasks/invoice-titles.js';
import { freshDraft } from '../../../src/elements/order-list/tasks/fresh-draft.js';
import {
  prepareComplaint,
  prepareDecision,
  prepareInvoice,
  prepareLowerPrice,
  prepareMark,
} from '../../../src/elements/order-list/tasks/prepare.js';
import { order as canned } from '../../helpers/canned-shapes.js';

const faults = (prepared: Prepared<unknown>) =>
  prepared.ok ? [] : prepared.faults.map(({ field, code }) => `${field}: ${code}`);

describe('an invoice', () => {
  const draft: Draft = {
    type: 'ordinary',
    title: ' 远山科技有限公司 ',
    taxNumber: '91350100m000100y43',
    email: 'finance@example.com',
  };

  it('is sent tidied, without the fields left empty', () => {
    expect(prepareInvoice({ ...draft, address: '', bank: ' ' })).toMatchObject({
      ok: true,
      input: {
        type: 'ordinary',
        title: '远山科技有限公司',
        taxNumber: '91350100M000100Y43',
        email: 'finance@example.com',
      },
      warnings: [],
    });
  });

  it('warns of a check digit without standing in the way', () => {
    const prepared = prepareInvoice({ ...draft, taxNumber: '91350100M000100Y44' });
    expect(prepared.ok).toBe(true);
    expect(prepared.warnings).toEqual([{ code: 'check-digit', field: 'taxNumber' }]);
  });

  it('names every fault', () => {
    expect(faults(prepareInvoice({ type: 'special', taxNumber: '12' }))).toEqual([
      'title: missing',
      'taxNumber: bad-format',
      'address: missing',
      'phone: missing',
      'bank: missing',
      'account: missing',
      'email: no-destination',
    ]);
  });

  it('begins like the last one of the same installation', () => {
    const invoice = canned.invoice!;
    const other: Order = {
      ...canned,
      id: 'o-9',
      installationId: 'i-9',
      invoice: { ...invoice, requestedAt: '2027-01-01T00:00:00.000Z' },
    };
    const blank: Order = { ...canned, id: 'o-2', invoice: null };
    const begin = (orders: readonly Order[]) =>
      freshDraft('request-invoice', blank, invoiceTitles(blank.installationId, orders));
    expect(begin([other, canned, blank])).toEqual(invoice.details);
    expect(begin([other, blank])).toEqual({ type: 'ordinary' });
  });
});

describe('a lower price', () => {
  const prepare = (amount: string, currency = 'CNY') =>
    prepareLowerPrice({ amount }, { ...canned, currency });

  it('begins with what is due', () => {
    expect(freshDraft('lower-price', canned, [])).toEqual({ amount: '9245.00' });
  });

  it('is read as typed, in minor units', () => {
    expect(prepare('9,000.5')).toMatchObject({ ok: true, input: 900_050 });
    expect(prepare('０')).toMatchObject({ ok: true, input: 0 });
    expect(prepare('9000', 'JPY')).toMatchObject({ ok: true, input: 9000 });
  });

  it('must be lower, and an amount', () => {
    expect(faults(prepare('9245'))).toEqual(['amount: not-lower']);
    expect(faults(prepare(''))).toEqual(['amount: missing']);
    expect(faults(prepare('一百'))).toEqual(['amount: not-amount']);
    expect(faults(prepare('-1'))).toEqual(['amount: not-amount']);
    expect(faults(prepare('1.005'))).toEqual(['amount: too-many-decimals']);
    expect(faults(prepare('1.5', 'JPY'))).toEqual(['amount: too-many-decimals']);
    expect(faults(prepare('99999999999999999'))).toEqual(['amount: too-large']);
  });
});

describe('a decision about a refund', () => {
  it('gives a reason when it rejects', () => {
    expect(prepareDecision({ decision: 'approve', reason: '' })).toMatchObject({
      input: { decision: 'approve' },
    });
    expect(prepareDecision({ decision: 'reject', reason: ' 已开票 ' })).toMatchObject({
      input: { decision: 'reject', reason: '已开票' },
    });
    expect(faults(prepareDecision({ decision: 'reject' }))).toEqual(['reason: missing']);
    expect(faults(prepareDecision({}))).toEqual(['decision: not-chosen']);
    const long = 'x'.repeat(2001);
    expect(faults(prepareDecision({ decision: 'reject', reason: long }))).toEqual([
      'reason: too-long',
    ]);
  });
});

describe('a mark on an invoice', () => {
  it('is one of three', () => {
    expect(prepareMark({ mark: 'mailed' })).toMatchObject({ ok: true, input: 'mailed' });
    expect(faults(prepareMark({ mark: 'requested' }))).toEqual(['mark: not-chosen']);
  });
});

describe('a complaint', () => {
  it('needs all three', () => {
    expect(faults(prepareComplaint({}))).toEqual([
      'category: not-chosen',
      'text: missing',
      'contact: missing',
    ]);
    expect(prepareComplaint({ category: 'price', text: ' 太贵 ', contact: '138' })).toMatchObject({
      ok: true,
      input: { category: 'price', text: '太贵', contact: '138' },
    });
  });
});
