import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import {
  entitlement,
  quote,
  validateInvoice,
  validatePolicy,
  type InvoiceDetails,
} from '../../src/domain/index.js';
import { invoiceIssue } from '../../src/schemas/aftercare.js';
import { INPUTS, QUERY_TYPES } from '../../src/schemas/index.js';
import { installationEntitlement, segment } from '../../src/schemas/installation.js';
import { policy, policyIssue } from '../../src/schemas/policy.js';
import { quote as quoteSchema, violation } from '../../src/schemas/pricing.js';
import { fromQuery, toQuery } from '../../src/schemas/query.js';
import { histories, placedOrders, policies, RUNS, wildRequests } from '../helpers/arbitraries.js';
import { accessFacts, instantsNear } from '../helpers/arbitraries-policy.js';
import * as canned from '../helpers/canned-shapes.js';

/** The value must come through its schema as JSON carries it, with nothing lost. */
function passes(schema: z.ZodMiniType, value: unknown): void {
  const carried: unknown = JSON.parse(JSON.stringify(value));
  expect(schema.parse(carried)).toEqual(carried);
}

test('every policy passes, and what publishing sends does', () => {
  fc.assert(
    fc.property(policies, (value) => {
      passes(policy, value);
      passes(INPUTS.publishPolicy, { policy: value, baseVersion: null });
    }),
    RUNS,
  );
});

test('every quote passes, in an answer and in an order; every violation does', () => {
  fc.assert(
    fc.property(placedOrders, ({ policy, segments, now, request }) => {
      const result = quote(policy, request, { segments, now, policyVersion: 1 });
      if (!result.ok) {
        for (const one of result.violations) passes(violation, one);
        return;
      }
      passes(quoteSchema, result.quote);
      passes(INPUTS.createOrder, { request, quote: result.quote, acceptForfeit: false });
    }),
    RUNS,
  );
});

test('every request that can be quoted survives the address', () => {
  fc.assert(
    fc.property(placedOrders, ({ request }) => {
      const query = new URLSearchParams(toQuery(request).toString());
      expect(INPUTS.quote.parse(fromQuery(query, QUERY_TYPES))).toEqual(request);
    }),
    RUNS,
  );
});

test('every violation of a senseless request passes', () => {
  fc.assert(
    fc.property(histories, wildRequests, fc.boolean(), (history, request, launched) => {
      const { segments, now } = history;
      const result = quote(launched ? history.policy : null, request, { segments, now, launched });
      if (!result.ok) for (const one of result.violations) passes(violation, one);
    }),
    RUNS,
  );
});

test('every segment passes', () => {
  fc.assert(
    fc.property(histories, ({ segments }) => {
      for (const one of segments) passes(segment, one);
    }),
    RUNS,
  );
});

test('every entitlement passes with the facts it came from', () => {
  fc.assert(
    fc.property(accessFacts, instantsNear, (facts, now) => {
      passes(installationEntitlement, {
        ...canned.entitlement,
        ...entitlement(facts, now),
        facts,
        now,
      });
    }),
    RUNS,
  );
});

test('every fault of a policy passes', () => {
  const nearly = policies.chain((valid) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(valid)), fc.jsonValue())
      .map(([key, value]) => ({ ...valid, [key]: value })),
  );
  fc.assert(
    fc.property(fc.oneof(nearly, fc.jsonValue()), (value) => {
      const result = validatePolicy(value);
      if (!result.ok) for (const one of result.issues) passes(policyIssue, one);
    }),
    RUNS,
  );
});

test('every fault of invoice details passes', () => {
  const text = fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom('', '91350100M000100Y43'));
  const details: fc.Arbitrary<InvoiceDetails> = fc.record(
    {
      type: fc.constantFrom('ordinary', 'special'),
      title: text,
      taxNumber: text,
      address: text,
      phone: text,
      bank: text,
      account: text,
      email: text,
      postalAddress: text,
    },
    { requiredKeys: ['type', 'title', 'taxNumber'] },
  );
  fc.assert(
    fc.property(details, (value) => {
      passes(INPUTS.requestInvoice, { details: value });
      const result = validateInvoice(value);
      const issues = result.ok ? [] : result.issues;
      for (const one of [...issues, ...result.warnings]) passes(invoiceIssue, one);
    }),
    RUNS,
  );
});
