import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/contract/index.js';
import type { InvoiceDetails } from '../../src/domain/index.js';
import { HOUR, refusal, World } from '../helpers/billing-world.js';

let world: World;
let order: Order;
beforeEach(async () => {
  world = new World();
  await world.launch();
  order = await world.bought({ kind: 'new', seats: 10, cycles: 1 });
});

describe('an invoice', () => {
  const details: InvoiceDetails = {
    type: 'ordinary',
    title: ' 蓝河有限公司 ',
    taxNumber: '91350100m000100y43',
    email: 'finance@blue-river.example',
  };
  const request = (more: Partial<InvoiceDetails> = {}, key = world.key(), id = order.id) =>
    world.administrator.requestInvoice(id, { details: { ...details, ...more }, key });
  const mark = (status: 'mailed' | 'sent' | 'cancelled') =>
    world.provider.markInvoice(order.id, status);

  it('is asked for once, in the details as they are kept', async () => {
    const requested = await request();
    expect(requested).toMatchObject({
      status: 'paid',
      invoice: {
        status: 'requested',
        amount: 120_000,
        details: { title: '蓝河有限公司', taxNumber: '91350100M000100Y43' },
        requestedBy: { role: 'administrator' },
      },
      refundEligibility: { ok: false, reasons: [{ code: 'invoice-requested' }] },
    });
    expect((await refusal(request())).data.reason).toBe('invoice-exists');
  });

  it('is the same for the same key', async () => {
    const key = world.key();
    await Promise.all([request({}, key), request({}, key)]);
    expect((await refusal(request({ title: 'other' }, key))).data.reason).toBe('key-reused');
  });

  it('may be asked for again after it was cancelled', async () => {
    await request();
    world.advance(HOUR);
    expect(await mark('cancelled')).toMatchObject({
      invoice: { status: 'cancelled', updatedAt: world.now },
      refundEligibility: { ok: true },
    });
    await expect(request({ type: 'ordinary' })).resolves.toMatchObject({
      invoice: { status: 'requested', requestedAt: world.now },
    });
  });

  it.each(['mailed', 'sent'] as const)('once %s is not marked again', async (status) => {
    expect((await refusal(mark(status))).data.reason).toBe('invoice-not-allowed');
    await request();
    await mark(status);
    for (const next of ['mailed', 'sent', 'cancelled'] as const) {
      expect((await refusal(mark(next))).data.reason).toBe('invoice-not-allowed');
    }
    expect((await refusal(request())).data.reason).toBe('invoice-exists');
  });

  it('is not for what is unpaid, nor for what cost nothing', async () => {
    const renewal = await world.order({ kind: 'renew', cycles: 1 });
    const unpaid = await refusal(request({}, world.key(), renewal.id));
    expect(unpaid.data.reason).toBe('invoice-not-allowed');
    const free = await world.provider.lowerPrice(renewal.id, { amount: 0, key: world.key() });
    const nothing = await refusal(request({}, world.key(), free.id));
    expect(nothing.data.reason).toBe('invoice-not-allowed');
  });

  it('reports every fault of its details', async () => {
    const refused = await refusal(request({ title: '', taxNumber: '12', type: 'special' }));
    expect(refused.code).toBe('invalid');
    expect(refused.data.invoiceIssues?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'taxNumber', 'address', 'phone', 'bank', 'account']),
    );
  });

  it('may have a tax number whose check digit fails', async () => {
    await expect(request({ taxNumber: '91350100M000100Y44' })).resolves.toBeDefined();
  });
});

describe('a complaint', () => {
  const file = (key = world.key(), text = 'The app is down every Monday.') =>
    world.administrator.fileComplaint(order.id, {
      category: 'service',
      text,
      contact: '138 0000 0000',
      key,
    });
  const answer = (close: boolean, text = 'We have asked the provider.') =>
    world.operator.answerComplaint(order.id, { text, close });

  it('is filed, answered and closed, and stays with the order', async () => {
    await file();
    world.advance(HOUR);
    const answered = await answer(false);
    expect(answered.complaints).toMatchObject([{ status: 'answered', closedAt: null }]);
    await answer(true, 'The provider has repaired it.');
    const seen = await world.provider.order(order.id);
    expect(seen.complaints).toMatchObject([
      { status: 'closed', closedAt: world.now, contact: '138 0000 0000' },
    ]);
    expect(seen.complaints[0]!.messages.map(({ by, text }) => [by.role, text])).toEqual([
      ['administrator', 'The app is down every Monday.'],
      ['operator', 'We have asked the provider.'],
      ['operator', 'The provider has repaired it.'],
    ]);
    expect(seen.timeline.map(({ event }) => event).slice(-4)).toEqual([
      'complaint-filed',
      'complaint-answered',
      'complaint-answered',
      'complaint-closed',
    ]);
  });

  it('may be closed with its first answer, and then another may be filed', async () => {
    await file();
    expect((await refusal(file())).data.reason).toBe('complaint-open');
    expect((await answer(true)).complaints).toMatchObject([{ status: 'closed' }]);
    expect((await refusal(answer(true))).data.reason).toBe('no-open-complaint');
    expect((await file()).complaints).toHaveLength(2);
  });

  it('is one for one key', async () => {
    const key = world.key();
    const both = await Promise.all([file(key), file(key)]);
    expect(both.map(({ complaints }) => complaints.length)).toEqual([1, 1]);
    expect((await refusal(file(key, 'other'))).data.reason).toBe('key-reused');
  });

  it('says something', async () => {
    expect((await refusal(file(world.key(), ' '))).data.issues).toEqual([
      { path: 'text', code: 'missing' },
    ]);
    await file();
    expect((await refusal(answer(false, ''))).data.issues?.[0]?.path).toBe('text');
  });
});
