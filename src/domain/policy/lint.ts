import { capWarnings } from './lint/cap.js';
import { curvesOf } from './lint/curves.js';
import { limitWarnings } from './lint/limits.js';
import { offerWarnings } from './lint/offer.js';
import { tierWarnings, zeroPriceWarnings } from './lint/seats.js';
import type { Policy, PolicyWarning } from './types.js';

/**
 * What is legal in a policy but probably not meant, each with the seats or cycles at which it shows (SPEC §2 "Warnings").
 * In the order of the policy's parts: rule, offer, seat limits, cap. The work grows with tiers and steps, not with seats.
 *
 * @param policy a valid one, as `validatePolicy` gives it
 */
export function lintPolicy(policy: Policy): PolicyWarning[] {
  const curves = curvesOf(policy);
  return [
    ...tierWarnings(policy, curves),
    ...zeroPriceWarnings(policy),
    ...offerWarnings(policy, curves),
    ...limitWarnings(policy, curves),
    ...capWarnings(policy, curves),
  ];
}
