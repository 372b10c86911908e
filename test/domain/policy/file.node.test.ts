import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_FILE_BOUNDS, policyFile, readPolicyFile } from '../../../src/domain/policy/file.js';
import { policies } from '../../helpers/arbitraries.js';
import { policyWith } from '../../helpers/policy.js';

const codes = (text: string) => {
  const reading = readPolicyFile(text);
  return reading.ok ? [] : reading.issues.map(({ code, path }) => `${code} ${path}`.trim());
};

describe('a policy as a file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(readPolicyFile(policyFile(policy))).toEqual({ ok: true, policy });
      }),
    );
  });

  it('has its keys in one order, whatever order they came in', () => {
    const policy = policyWith({});
    const shuffled = Object.fromEntries(Object.entries(policy).reverse()) as typeof policy;
    expect(policyFile(shuffled)).toBe(policyFile(policy));
    expect(policyFile(policy)).toMatch(/^{\n {2}"schema": "seatkit\.policy\/1",\n/);
  });

  it('may be a bare policy, and begin with a mark of its encoding', () => {
    const policy = policyWith({});
    expect(readPolicyFile(`\ufeff${JSON.stringify(policy)}`)).toEqual({ ok: true, policy });
  });

  it('has every issue named, also of keys that nobody knows', () => {
    const policy = { ...policyWith({}), colour: 'red', trial: { days: 0 } };
    const text = JSON.stringify({ schema: 'seatkit.policy/1', policy, author: 'x' });
    expect(codes(text)).toEqual([
      'unknown-key author',
      'out-of-range trial.days',
      'unknown-key colour',
    ]);
    expect(codes(JSON.stringify({ schema: 'seatkit.policy/1' }))).toEqual(['wrong-type']);
  });

  it.each([
    ['not-json', '{"currency":'],
    ['not-json', ''],
    ['wrong-type', 'null'],
    ['wrong-type', '[]'],
    ['other-schema', '{"schema":"orders/1"}'],
    ['other-schema', '{"schema":7,"policy":{}}'],
    ['newer-schema', '{"schema":"seatkit.policy/2","policy":{}}'],
    ['too-large', ' '.repeat(POLICY_FILE_BOUNDS.characters + 1)],
    ['too-large', 'x'.repeat(10_000_000)],
    ['too-deep', '['.repeat(100_000)],
    ['too-deep', `{"a":`.repeat(20_000)],
  ])('is refused as %s', (code, text) => {
    expect(codes(text)).toEqual([code]);
  });

  it('does not take brackets inside texts for depth', () => {
    const issues = codes(`{"currency":"${'[{\\"'.repeat(40)}"}`);
    expect(issues).toContain('unknown-currency currency');
  });

  it('treats keys of the prototype as any other that nobody knows', () => {
    const text = JSON.stringify(policyWith({})).replace('{', '{"__proto__":{"offer":1},');
    expect(codes(text)).toEqual(['unknown-key __proto__']);
  });
});
