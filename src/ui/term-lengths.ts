import type { Policy } from '../domain/index.js';
import { maxCycles } from '../domain/pricing/term.js';

const USUAL = { year: [1, 2, 3, 4, 5], month: [1, 3, 6, 12, 24] } as const;

/** Lengths worth a button: the usual ones and every step of the offer. */
export function termLengths(policy: Policy): number[] {
  const steps = policy.offer?.steps.map((step) => step.minCycles) ?? [];
  const most = maxCycles(policy.cycle);
  const lengths = new Set([...USUAL[policy.cycle], ...steps]);
  return [...lengths].filter((cycles) => cycles <= most).sort((a, b) => a - b);
}
