import { describe, expect, test } from 'vitest';
import type { Segment } from '../../../src/domain/access/types.js';
import type { Policy } from '../../../src/domain/policy/types.js';
import { quote } from '../../../src/domain/pricing/quote.js';
import type { Quote, QuoteRequest, ViolationCode } from '../../../src/domain/pricing/types.js';
import vectors from '../vectors/quotes.json' with { type: 'json' };

interface Vector {
  name: string;
  policy: Policy | null;
  request: QuoteRequest;
  segments: Segment[];
  now: string;
  expected: { ok: true; quote: Partial<Quote> } | { ok: false; violations: ViolationCode[] };
}

describe('worked quotes', () => {
  test.each(vectors as Vector[])('$name', ({ policy, request, segments, now, expected }) => {
    const result = quote(policy, request, { segments, now });
    if (expected.ok) {
      expect(result).toMatchObject(expected);
    } else {
      const codes = result.ok ? [] : result.violations.map(({ code }) => code);
      expect(codes.sort()).toEqual([...expected.violations].sort());
    }
  });
});
