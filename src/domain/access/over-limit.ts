import type { Instant } from '../instant.js';
import { coveringSegment, entitlement, graceEnd } from './entitlement.js';
import type { AccessFacts } from './types.js';

/**
 * When the seats in use block the app, as things stand at `now` (SPEC §6): ahead while they are borne, past while the app is blocked; null
 * when enough seats are paid for, when it is not known since when they are too few, and when the paid time ends first.
 */
export function overLimitBlockAt(facts: AccessFacts, now: Instant): Instant | null {
  const { state, nextChangeAt } = entitlement(facts, now);
  if (state === 'over-limit-blocked') return blockBegan(facts, now);
  if (state !== 'over-limit') return null;
  let at = nextChangeAt;
  while (at !== null) {
    const then = entitlement(facts, at);
    if (then.state === 'over-limit-blocked') return at;
    if (then.state !== 'over-limit') return null;
    at = then.nextChangeAt;
  }
  return null;
}

function blockBegan(facts: AccessFacts, now: Instant): Instant | null {
  const segment = coveringSegment(facts.segments, Date.parse(now));
  return segment ? new Date(graceEnd(facts, segment)).toISOString() : null;
}
