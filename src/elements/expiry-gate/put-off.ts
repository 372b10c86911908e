/** For how long a notice stays away: it is put off for the day. */
const DAY_MS = 86_400_000;

function nameOf(installationId: string): string {
  return `seatkit:put-off:${installationId}`;
}

/** Puts a notice off, by the backend's clock; `now` in milliseconds. Where storage is blocked it returns with the next page. */
export function putOff(installationId: string, key: string, now: number): void {
  try {
    localStorage.setItem(nameOf(installationId), JSON.stringify({ key, until: now + DAY_MS }));
  } catch {
    // The element itself remembers for as long as it stands.
  }
}

/** Until when a notice is put off, in milliseconds; 0 when it is not. */
export function putOffUntil(installationId: string, key: string): number {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(nameOf(installationId)) ?? 'null');
    const { key: storedKey, until } = (stored ?? {}) as { key?: unknown; until?: unknown };
    return storedKey === key && typeof until === 'number' ? until : 0;
  } catch {
    return 0;
  }
}
