import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatePolicy } from '../../../src/domain/policy/validate.js';
import { policies } from '../../helpers/arbitraries.js';
import { nearlyPolicies, sparsePolicies } from '../../helpers/arbitraries-policy.js';
import vectors from '../vectors/policies.json' with { type: 'json' };

const RUNS = { numRuns: 2000 };

const plain = {
  currency: 'CNY',
  trial: { days: 15 },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
};

const found = (policy: unknown): string[] => {
  const result = validatePolicy(policy);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`).sort();
};

describe('validatePolicy: worked cases', () => {
  it.each(vectors)('$name', ({ policy, issues }) => {
    expect(found(policy)).toEqual(issues.map(({ code, path }) => `${code} ${path}`).sort());
  });
});

describe('validatePolicy: defaults', () => {
  it('fills in everything that may be absent', () => {
    const tiers = [{ upTo: null, unitAmount: 1 }];
    const input = {
      ...plain,
      rule: { type: 'tiered', tiers },
      priceCap: { amount: 9 },
      seatLimits: { max: 3 },
    };
    expect(validatePolicy(input)).toEqual({
      ok: true,
      policy: {
        ...input,
        trial: { days: 15, extraDays: null },
        rule: { type: 'tiered', mode: 'volume', tiers },
        offer: null,
        priceCap: { amount: 9, per: 'order' },
        seatLimits: { min: null, max: 3 },
        expansion: 'new-term',
      },
    });
  });

  it('shares nothing with its input', () => {
    const input = structuredClone(plain);
    const result = validatePolicy(input);
    input.rule.unitAmount = 1;
    expect(result).toMatchObject({ ok: true, policy: { rule: { unitAmount: 12_000 } } });
  });
});

describe('validatePolicy: limits', () => {
  it('says how much is allowed', () => {
    const gift = { type: 'gift', steps: [{ minCycles: 2, days: 300 }] };
    const result = validatePolicy({ ...plain, trial: { days: 61 }, offer: gift });
    expect(result).toEqual({
      ok: false,
      issues: [
        { code: 'out-of-range', path: 'trial.days', min: 1, max: 60 },
        { code: 'out-of-range', path: 'offer.steps[0].days', min: 0, max: 255 },
      ],
    });
  });

  it.each([
    ['trial.days', { ...plain, trial: { days: 60 } }, { ...plain, trial: { days: 61 } }],
    [
      'rule.unitAmount',
      { ...plain, rule: { type: 'per-seat', unitAmount: 100_000_000 } },
      { ...plain, rule: { type: 'per-seat', unitAmount: 100_000_001 } },
    ],
    [
      'rule.tiers[0].flatAmount',
      { ...plain, rule: { type: 'tiered', tiers: [{ upTo: null, flatAmount: 10_000_000_000 }] } },
      { ...plain, rule: { type: 'tiered', tiers: [{ upTo: null, flatAmount: 10_000_000_001 }] } },
    ],
    [
      'priceCap.amount',
      { ...plain, priceCap: { amount: 10_000_000_000 } },
      { ...plain, priceCap: { amount: 10_000_000_001 } },
    ],
    [
      'seatLimits.max',
      { ...plain, seatLimits: { max: 1_000_000 } },
      { ...plain, seatLimits: { max: 1_000_001 } },
    ],
    [
      'offer.steps[0].minCycles',
      { ...plain, offer: { type: 'discount', steps: [{ minCycles: 60, payPercent: 70 }] } },
      { ...plain, offer: { type: 'discount', steps: [{ minCycles: 61, payPercent: 70 }] } },
    ],
  ])('%s is bounded, inclusively', (path, inside, outside) => {
    expect(found(inside)).toEqual([]);
    expect(found(outside)).toEqual([`out-of-range ${path}`]);
  });

  it('allows 60 days of trial and extra trial together, not 61', () => {
    expect(found({ ...plain, trial: { days: 15, extraDays: 45 } })).toEqual([]);
    expect(found({ ...plain, trial: { days: 15, extraDays: 46 } })).toEqual([
      'trial-too-long trial',
    ]);
    expect(found({ ...plain, trial: { days: 15, extraDays: 0 } })).toEqual([
      'out-of-range trial.extraDays',
    ]);
  });

  it.each(['offer', 'rule'])('needs an entry in the lists of %s', (part) => {
    const empty = { offer: { type: 'gift', steps: [] }, rule: { type: 'tiered', tiers: [] } };
    const path = part === 'offer' ? 'offer.steps' : 'rule.tiers';
    expect(found({ ...plain, [part]: empty[part as 'offer' | 'rule'] })).toEqual([
      `out-of-range ${path}`,
    ]);
  });

  it.each(['XAU', 'XXX', 'RMB', 'constructor', ' CNY', ''])('knows no currency %j', (currency) => {
    expect(found({ ...plain, currency })).toEqual(['unknown-currency currency']);
  });

  it('checks what the steps of an unknown kind of offer have in common', () => {
    const offer = { type: 'lottery', steps: [{ minCycles: 0, days: -5, prize: 1 }] };
    expect(found({ ...plain, offer })).toEqual([
      'out-of-range offer.steps[0].minCycles',
      'out-of-range offer.type',
      'unknown-key offer.steps[0].prize',
    ]);
  });
});

describe('validatePolicy: hostile input', () => {
  it('takes prototype keys for what they are: unknown keys', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"currency":"CNY","trial":{"days":15}},"constructor":1,"toString":2}',
    ) as unknown;
    expect(found(hostile)).toEqual([
      'missing currency',
      'missing cycle',
      'missing rule',
      'missing trial',
      'unknown-key __proto__',
      'unknown-key constructor',
      'unknown-key toString',
    ]);
  });

  it('does not count what is inherited', () => {
    expect(found(Object.create(plain))).toEqual(found({}));
  });

  it('looks at no more entries of a huge list than could be allowed', () => {
    let read = 0;
    const entry = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          read++;
          return undefined;
        },
      },
    );
    const result = validatePolicy({
      ...plain,
      rule: { type: 'tiered', tiers: Array<unknown>(2_000_000).fill(entry) },
    });
    expect(result.ok).toBe(false);
    expect(read).toBeLessThan(1000);
    if (!result.ok) expect(result.issues.length).toBeLessThan(500);
  });

  it('does not go into depths that no policy has', () => {
    const depth = 200_000;
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    let deeper: unknown = deep;
    for (let level = 0; level < depth; level++) deeper = { rule: deeper };
    expect(found({ ...plain, rule: deeper })).toEqual([
      'missing rule.type',
      'unknown-key rule.rule',
    ]);
  });

  it('reads megabytes of text and keys, and names a bounded number of them', () => {
    const keys = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index]),
    );
    expect(found({ ...plain, ...keys, currency: 'C'.repeat(10_000_000) })).toHaveLength(21);
  });
});

describe('validatePolicy: properties', () => {
  it('either accepts or gives issues, for any value at all', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.anything(), nearlyPolicies);
    fc.assert(
      fc.property(anything, (input) => {
        const result = validatePolicy(input);
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 4000 },
    );
  });

  it('reports at most one fault of a kind at one place, and is not random', () => {
    fc.assert(
      fc.property(nearlyPolicies, (input) => {
        const first = found(input);
        expect(new Set(first).size).toBe(first.length);
        expect(found(structuredClone(input))).toEqual(first);
      }),
      RUNS,
    );
  });

  it('gives a valid policy back as it is, through JSON too', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(validatePolicy(policy)).toEqual({ ok: true, policy });
        expect(validatePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, policy });
      }),
      RUNS,
    );
  });

  it('is at a fixed point after one pass', () => {
    fc.assert(
      fc.property(sparsePolicies, (input) => {
        const once = validatePolicy(input);
        expect(once.ok && validatePolicy(once.policy)).toEqual(once);
      }),
      RUNS,
    );
  });
});
