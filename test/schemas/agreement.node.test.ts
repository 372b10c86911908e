import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type * as contract from '../../src/contract/index.js';
import type * as domain from '../../src/domain/index.js';
import type * as aftercare from '../../src/schemas/aftercare.js';
import { INPUTS, ROUTES, type CallInputs, type CallName } from '../../src/schemas/index.js';
import type { ParsedInputs } from '../../src/schemas/inputs.js';
import type * as installation from '../../src/schemas/installation.js';
import type * as order from '../../src/schemas/order.js';
import type * as payment from '../../src/schemas/payment.js';
import type * as people from '../../src/schemas/people.js';
import type * as policy from '../../src/schemas/policy.js';
import type * as pricing from '../../src/schemas/pricing.js';
import type { PROBLEM_MEMBERS } from '../../src/schemas/problem.js';

/** A type with its intersections merged and `readonly` gone, which is all that schemas and contract may differ in. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

test('every schema gives the very type of the contract', () => {
  expectTypeOf<Plain<z.infer<typeof people.session>>>().toEqualTypeOf<Plain<contract.Session>>();
  expectTypeOf<Plain<z.infer<typeof people.person>>>().toEqualTypeOf<Plain<contract.Person>>();
  expectTypeOf<Plain<z.infer<typeof policy.policy>>>().toEqualTypeOf<Plain<domain.Policy>>();
  expectTypeOf<Plain<z.infer<typeof policy.publishedPolicy>>>().toEqualTypeOf<
    Plain<contract.PublishedPolicy>
  >();
  expectTypeOf<Plain<z.infer<typeof policy.policyIssue>>>().toEqualTypeOf<
    Plain<domain.PolicyIssue>
  >();
  expectTypeOf<Plain<z.infer<typeof pricing.quoteRequest>>>().toEqualTypeOf<
    Plain<domain.QuoteRequest>
  >();
  expectTypeOf<Plain<z.infer<typeof pricing.quote>>>().toEqualTypeOf<Plain<domain.Quote>>();
  expectTypeOf<Plain<z.infer<typeof pricing.violation>>>().toEqualTypeOf<Plain<domain.Violation>>();
  expectTypeOf<Plain<z.infer<typeof installation.segment>>>().toEqualTypeOf<
    Plain<domain.Segment>
  >();
  expectTypeOf<Plain<z.infer<typeof installation.installation>>>().toEqualTypeOf<
    Plain<contract.Installation>
  >();
  expectTypeOf<Plain<z.infer<typeof installation.installationEntitlement>>>().toEqualTypeOf<
    Plain<contract.InstallationEntitlement>
  >();
  expectTypeOf<Plain<z.infer<typeof installation.change>>>().toEqualTypeOf<
    Plain<contract.Change>
  >();
  expectTypeOf<Plain<z.infer<typeof payment.paymentAction>>>().toEqualTypeOf<
    Plain<contract.PaymentAction>
  >();
  expectTypeOf<Plain<z.infer<typeof payment.paymentAttempt>>>().toEqualTypeOf<
    Plain<contract.PaymentAttempt>
  >();
  expectTypeOf<Plain<z.infer<typeof aftercare.refund>>>().toEqualTypeOf<Plain<contract.Refund>>();
  expectTypeOf<Plain<z.infer<typeof aftercare.invoice>>>().toEqualTypeOf<Plain<contract.Invoice>>();
  expectTypeOf<Plain<z.infer<typeof aftercare.invoiceIssue>>>().toEqualTypeOf<
    Plain<domain.InvoiceIssue>
  >();
  expectTypeOf<Plain<z.infer<typeof aftercare.refundEligibility>>>().toEqualTypeOf<
    Plain<domain.RefundEligibility>
  >();
  expectTypeOf<Plain<z.infer<typeof aftercare.complaint>>>().toEqualTypeOf<
    Plain<contract.Complaint>
  >();
  expectTypeOf<Plain<z.infer<typeof order.order>>>().toEqualTypeOf<Plain<contract.Order>>();
  expectTypeOf<Plain<z.infer<typeof order.orderPage>>>().toEqualTypeOf<Plain<contract.OrderPage>>();
  expectTypeOf<Plain<z.infer<z.ZodMiniObject<typeof PROBLEM_MEMBERS>>>>().toEqualTypeOf<
    Plain<contract.BackendErrorData>
  >();
});

test('every call sends what the contract takes, with the key apart', () => {
  expectTypeOf<Plain<CallName>>().toEqualTypeOf<Plain<keyof CallInputs>>();
  expectTypeOf<Plain<ParsedInputs>>().toEqualTypeOf<Plain<CallInputs>>();
  expectTypeOf<Plain<CallInputs['createOrder'] & { key: string }>>().toEqualTypeOf<
    Plain<contract.CreateOrderInput>
  >();
  expectTypeOf<Plain<CallInputs['startPayment'] & { key: string }>>().toEqualTypeOf<
    Plain<contract.StartPaymentInput>
  >();
  expectTypeOf<Plain<CallInputs['fileComplaint'] & { key: string }>>().toEqualTypeOf<
    Plain<contract.ComplaintInput>
  >();
  expectTypeOf<Plain<CallInputs['orders']>>().toEqualTypeOf<
    Plain<contract.OrderFilter & { cursor?: string }>
  >();
  expectTypeOf<Plain<CallInputs['requestInvoice']['details']>>().toEqualTypeOf<
    Plain<domain.InvoiceDetails>
  >();
});

test('every call has a route, and every route reads its input', () => {
  expect(Object.keys(INPUTS).sort()).toEqual(Object.keys(ROUTES).sort());
});

test('no two calls share a method and path', () => {
  const places = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
});

test('what creates is keyed, what reads is not', () => {
  for (const { method, keyed } of Object.values(ROUTES)) {
    if (method === 'GET') expect(keyed).toBe(false);
  }
  const keyed = (Object.keys(ROUTES) as CallName[]).filter((name) => ROUTES[name].keyed);
  expect(keyed.sort()).toEqual([
    'confirmTransfer',
    'createOrder',
    'fileComplaint',
    'lowerPrice',
    'requestInvoice',
    'requestRefund',
    'startExtraTrial',
    'startPayment',
  ]);
});
