import { DAY_MS } from '../../domain/instant.js';

/** Two answers of a backend need not agree about the time to the second. */
const SLACK_MS = 3_600_000;

/** A notice that was put off, until when in milliseconds by the backend's clock. */
export interface PutOff {
  installationId: string;
  key: string;
  until: number;
}

function nameOf(installationId: string): string {
  return `seatkit:put-off:${installationId}`;
}

/** Puts a notice off, in milliseconds by the backend's clock. Where storage is blocked it returns with the next page. */
export function putOff(installationId: string, key: string, until: number): PutOff {
  const stored: PutOff = { installationId, key, until };
  try {
    localStorage.setItem(nameOf(installationId), JSON.stringify(stored));
  } catch {
    // What is returned holds for as long as the element stands.
  }
  return stored;
}

/** What was put off last, in an earlier visit too; null when nothing was, or it cannot be read. */
export function lastPutOff(installationId: string): PutOff | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(nameOf(installationId)) ?? 'null');
    return isPutOff(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Until when the notice stays away, in milliseconds; null when it is due. A clock that was set back does not keep it away for longer than the day. */
export function awayUntil(
  putOff: PutOff | null,
  installationId: string,
  key: string,
  now: number,
): number | null {
  if (putOff?.installationId !== installationId || putOff.key !== key) return null;
  return putOff.until > now && putOff.until <= now + DAY_MS + SLACK_MS ? putOff.until : null;
}

function isPutOff(value: unknown): value is PutOff {
  const { installationId, key, until } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof installationId === 'string' && typeof key === 'string' && typeof until === 'number';
}
