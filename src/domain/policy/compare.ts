import type { Policy, PolicyChange } from './types.js';

const NO_LIMITS = { min: null, max: null };

/**
 * What changes from one policy to another, part by part (SPEC §2); empty when they mean the same.
 *
 * Tiers and steps are compared by position. Where the kind of a thing changes (another rule, a flat tier for one per seat, an offer
 * taken away) it is one change at its own path, not one for each field. No seat limits and limits open on both sides are the same.
 */
export function comparePolicies(before: Policy, after: Policy): PolicyChange[] {
  return [
    ...changes(before.currency, after.currency, 'currency'),
    ...changes(before.trial, after.trial, 'trial'),
    ...changes(before.cycle, after.cycle, 'cycle'),
    ...changes(before.rule, after.rule, 'rule'),
    ...changes(before.offer, after.offer, 'offer'),
    ...changes(before.seatLimits ?? NO_LIMITS, after.seatLimits ?? NO_LIMITS, 'seatLimits'),
    ...changes(before.priceCap, after.priceCap, 'priceCap'),
    ...changes(before.expansion, after.expansion, 'expansion'),
  ];
}

function changes(before: unknown, after: unknown, path: string): PolicyChange[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      changes(before[index], after[index], `${path}[${index}]`),
    ).flat();
  }
  if (isObject(before) && isObject(after) && sameKind(before, after)) {
    return keysOf(before).flatMap((key) => changes(before[key], after[key], `${path}.${key}`));
  }
  return [{ path, before, after }];
}

function sameKind(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return a.type === b.type && keysOf(a).join() === keysOf(b).join();
}

/** Sorted, since a store may hand a policy back with its keys in another order. */
function keysOf(value: Record<string, unknown>): string[] {
  return Object.keys(value).sort();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
