import type { InvoiceDetails } from '../../domain/index.js';
import { ensure, equal, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { buy, freshKey, launched, order } from '../scene.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;

export const DETAILS: InvoiceDetails = {
  type: 'ordinary',
  title: '甲公司',
  taxNumber: '91350100M000100Y43',
  email: 'finance@customer.example',
};

/** SPEC §5 "Invoice". */
export const invoiceChecks: Record<string, ContractCheck> = {
  'an invoice is requested once and marked by the provider': async (make) => {
    const scene = await launched(await make());
    const { administrator, provider } = scene;
    const paid = await buy(scene, TEN);
    const key = freshKey();
    const input = { details: DETAILS, key };
    const asked = await administrator.requestInvoice(paid.id, input);
    equal([asked.invoice?.status, asked.invoice?.amount], ['requested', 120_000], 'requested');
    const again = await administrator.requestInvoice(paid.id, input);
    equal(again.invoice, asked.invoice, 'one key, one request');
    const other = administrator.requestInvoice(paid.id, { ...input, key: freshKey() });
    await refused(other, 'conflict', 'once', 'invoice-exists');
    equal((await provider.markInvoice(paid.id, 'sent')).invoice?.status, 'sent', 'sent');
  },

  'a cancelled request may be made again and no longer bars a refund': async (make) => {
    const scene = await launched(await make());
    const { administrator, provider } = scene;
    const paid = await buy(scene, TEN);
    await administrator.requestInvoice(paid.id, { details: DETAILS, key: freshKey() });
    equal((await administrator.order(paid.id)).refundEligibility.ok, false, 'barred');
    await provider.markInvoice(paid.id, 'cancelled');
    equal((await administrator.order(paid.id)).refundEligibility.ok, true, 'free again');
    const again = { details: DETAILS, key: freshKey() };
    const asked = await administrator.requestInvoice(paid.id, again);
    equal(asked.invoice?.status, 'requested', 'requested again');
  },

  'every fault of the details is reported with its field': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    const details: InvoiceDetails = { type: 'special', title: '', taxNumber: '123' };
    const call = scene.administrator.requestInvoice(paid.id, { details, key: freshKey() });
    const { data } = await refused(call, 'invalid', 'faulty details');
    const fields = (data.invoiceIssues ?? []).map(({ field }) => field);
    for (const field of ['title', 'taxNumber', 'address', 'phone', 'bank', 'account'] as const)
      ensure(fields.includes(field), `${field} is reported`);
  },

  'a failing check digit is let through': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    const details = { ...DETAILS, taxNumber: '91350100M000100Y44' };
    const call = scene.administrator.requestInvoice(paid.id, { details, key: freshKey() });
    equal((await call).invoice?.status, 'requested', 'a warning only');
  },

  'what is not paid in cash is not invoiced': async (make) => {
    const scene = await launched(await make());
    const { administrator } = scene;
    const waiting = await order(scene, TEN);
    const early = administrator.requestInvoice(waiting.id, { details: DETAILS, key: freshKey() });
    await refused(early, 'conflict', 'not paid', 'invoice-not-allowed');
    await administrator.cancelOrder(waiting.id);
    await buy(scene, { ...TEN, cycles: 3 });
    const request = { kind: 'expand', seats: 11, cycles: 1 } as const;
    const settled = await buy(scene, request, { acceptForfeit: true });
    const call = administrator.requestInvoice(settled.id, { details: DETAILS, key: freshKey() });
    await refused(call, 'conflict', 'settled by credit', 'invoice-not-allowed');
  },
};
