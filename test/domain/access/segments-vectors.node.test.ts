import { describe, expect, test } from 'vitest';
import { segmentsAfter } from '../../../src/domain/access/segments.js';
import type { Segment } from '../../../src/domain/access/types.js';
import type { Policy } from '../../../src/domain/policy/types.js';
import { quote } from '../../../src/domain/pricing/quote.js';
import type { QuoteRequest } from '../../../src/domain/pricing/types.js';
import vectors from '../vectors/segments.json' with { type: 'json' };

interface Vector {
  name: string;
  policy: Policy;
  segments: Segment[];
  steps: {
    orderId: string;
    policyVersion: number;
    request: QuoteRequest;
    quotedAt: string;
    paidAt: string;
    price: number;
    payable: number;
    segmentsAfter: Segment[];
  }[];
}

describe('worked chains of orders', () => {
  test.each(vectors as Vector[])('$name', ({ policy, segments, steps }) => {
    let current = segments;
    for (const { price, payable, segmentsAfter: expected, ...order } of steps) {
      const quoted = quote(policy, order.request, { segments: current, now: order.quotedAt });
      expect(quoted).toMatchObject({ ok: true, quote: { price, payable } });
      current = segmentsAfter(current, { policy, ...order }).segments;
      expect(current).toEqual(expected);
    }
  });
});
