import type { Instant } from '../domain/index.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** An instant some milliseconds later. */
export function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** The first of several instants. */
export function earliest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a), first);
}

/** The last of several instants. */
export function latest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a), first);
}

/** Whether the instant has come. */
export function isDue(instant: Instant | null, now: Instant): boolean {
  return instant !== null && Date.parse(instant) <= Date.parse(now);
}

/** A foreign instant as billing writes them: UTC with milliseconds. */
export function normalInstant(instant: Instant): Instant {
  return new Date(instant).toISOString();
}
