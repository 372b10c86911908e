import { describe, expect, it } from 'vitest';
import { MOST_UNKNOWN_KEYS } from '../../../src/domain/policy/reader.js';
import { validatePolicy } from '../../../src/domain/policy/validate.js';
import { policyWith } from '../../helpers/policy.js';

const good = policyWith({});

const issuesOf = (input: unknown) => {
  const result = validatePolicy(input);
  return result.ok ? [] : result.issues;
};

/** An object of many keys that mean nothing. */
const stuffed = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));

/** A list that tells how many of its entries were looked at. */
function watched(length: number, entry: unknown): { list: unknown[]; looks: () => number } {
  let looks = 0;
  const list = new Proxy(Array.from({ length }), {
    get(target, key, receiver) {
      if (typeof key !== 'string' || !/^\d+$/.test(key))
        return Reflect.get(target, key, receiver) as unknown;
      looks++;
      return entry;
    },
  });
  return { list, looks: () => looks };
}

describe('a policy from elsewhere', () => {
  it('of a million tiers is looked at a hundred times', () => {
    const { list, looks } = watched(1_000_000, { ...stuffed(3), upTo: 5, unitAmount: -1 });
    const issues = issuesOf({ ...good, rule: { type: 'tiered', tiers: list } });
    expect(looks()).toBe(100);
    expect(issues[0]).toEqual({ code: 'out-of-range', path: 'rule.tiers', min: 1, max: 100 });
    expect(issues.filter(({ path }) => path.startsWith('rule.tiers[99]'))).not.toEqual([]);
    expect(issues.some(({ path }) => path.startsWith('rule.tiers[100]'))).toBe(false);
  });

  it('of a million steps is looked at a hundred times', () => {
    const { list, looks } = watched(1_000_000, { minCycles: 1, payPercent: 90 });
    issuesOf({ ...good, offer: { type: 'discount', steps: list } });
    expect(looks()).toBe(100);
  });

  it('names the first unknown keys of an object, however many there are', () => {
    const issues = issuesOf({ ...good, ...stuffed(100_000) });
    expect(issues).toHaveLength(MOST_UNKNOWN_KEYS);
    expect(issues[0]).toEqual({ code: 'unknown-key', path: 'key0' });
  });

  it('has a bounded number of issues with everything wrong everywhere', () => {
    const entry = { ...stuffed(500), upTo: -1, flatAmount: 0.5, unitAmount: 'x' };
    const issues = issuesOf({
      ...stuffed(500),
      trial: stuffed(500),
      rule: { ...stuffed(500), type: 'tiered', tiers: Array.from({ length: 1_000 }, () => entry) },
      offer: { ...stuffed(500), type: 'gift', steps: Array.from({ length: 1_000 }, () => entry) },
      seatLimits: stuffed(500),
      priceCap: stuffed(500),
    });
    // Two lists of a hundred rows, each with its unknown keys and at most as many faults of its own.
    expect(issues.length).toBeGreaterThan(4_000);
    expect(issues.length).toBeLessThan(2 * 100 * 2 * MOST_UNKNOWN_KEYS);
  });

  it('does not repeat a key of megabytes', () => {
    const [issue] = issuesOf({ ...good, ['x'.repeat(10_000_000)]: 1 });
    expect(issue?.code).toBe('unknown-key');
    expect(issue?.path.length).toBeLessThanOrEqual(100);
  });

  it('is not gone into where it means nothing, however deep it is', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(issuesOf({ ...good, deep })).toEqual([{ code: 'unknown-key', path: 'deep' }]);
    expect(issuesOf({ ...good, trial: deep }).map(({ path }) => path)).toContain('trial.deep');
    expect(issuesOf({ ...good, currency: deep })).toEqual([
      { code: 'wrong-type', path: 'currency' },
    ]);
  });

  it('brings nothing in through its prototype, and names keys that try', () => {
    const keys = '"__proto__":{"offer":5},"constructor":1,"hasOwnProperty":2,"toString":3';
    const json = JSON.stringify(good).replace('{', `{${keys},`);
    expect(issuesOf(JSON.parse(json)).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-key __proto__',
      'unknown-key constructor',
      'unknown-key hasOwnProperty',
      'unknown-key toString',
    ]);
    const inheriting: unknown = Object.assign(Object.create({ extra: 1, offer: 5 }) as object, {
      ...good,
      offer: undefined,
    });
    expect(validatePolicy(inheriting)).toEqual({ ok: true, policy: { ...good, offer: null } });
    expect(({} as { offer?: unknown }).offer).toBeUndefined();
  });
});
