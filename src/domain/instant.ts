/** An instant in time: ISO 8601 in UTC with milliseconds, for example `2026-03-01T08:00:00.000Z`. */
export type Instant = string;

/** A whole day of 86 400 s, in milliseconds. The unit of every duration (SPEC §1). */
export const DAY_MS = 86_400_000;

/** The instant `days` whole days after another. */
export function addDays(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) + days * DAY_MS).toISOString();
}

/** Whether one instant lies after another. */
export function isAfter(instant: Instant, other: Instant): boolean {
  // Texts of one form sort as the instants do, and need no parsing.
  return isPlain(instant) && isPlain(other)
    ? instant > other
    : Date.parse(instant) > Date.parse(other);
}

function isPlain(instant: Instant): boolean {
  return instant.length === 24 && instant.endsWith('Z');
}
