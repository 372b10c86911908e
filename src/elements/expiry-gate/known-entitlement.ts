import { isEntitlement } from '../../contract/guards.js';
import type { InstallationEntitlement } from '../../contract/index.js';
import { entitlement } from '../../domain/access/entitlement.js';
import type { Entitlement, Instant } from '../../domain/index.js';

/** Changes when what is stored changes its shape; what another version wrote is not read. `head.ts` reads the same. */
const FORMAT = 2;
/** How long an answer spares the next pages the question. */
const FRESH_MS = 300_000;
/** By how much clocks are put right now and then; what goes back further was set back. */
const SLACK_MS = 60_000;

/** Beyond it there are no dates. */
const LAST_MS = 8.64e15;

/** What is kept for the next page. Times are in milliseconds, by the backend's clock unless said otherwise. */
export interface Stored {
  format: typeof FORMAT;
  answer: InstallationEntitlement;
  /** The device's clock when the answer came. */
  deviceAt: number;
  /** The latest time that was known here. */
  seenAt: number;
  /** Until when the next page can open before it has any words. */
  openUntil: number;
  /** What a notice takes above the app until then, in CSS pixels. */
  above: number;
}

/** What an earlier page knew, with the backend's time as far as it can be told. */
export interface Known {
  answer: InstallationEntitlement;
  now: Instant;
  /** Until when the question is spared; null when it is not. */
  freshUntil: Instant | null;
  /** The pixels to keep free above the app; null where that is not known. */
  above: number | null;
}

/** The name it is kept under. */
export function nameOf(installationId: string): string {
  return `seatkit:entitlement:${installationId}`;
}

/** Whether there is something to tell people. */
export function speaks({ blocked, notice, state }: Entitlement): boolean {
  return blocked || notice !== null || state === 'over-limit';
}

/** When `holds` is true for the first time from an answer on, in milliseconds; 0 when it never is. */
export function firstTime(
  answer: InstallationEntitlement,
  holds: (then: Entitlement) => boolean,
): number {
  let at: Instant | null = answer.now;
  let then: Entitlement = answer;
  while (!holds(then)) {
    at = then.nextChangeAt;
    if (at === null) return 0;
    then = entitlement(answer.facts, at);
  }
  return Date.parse(at);
}

/** Whether an answer has the shape it should, says what its own facts do, and has dates of this world's calendar. */
export function isUsable(value: unknown): value is InstallationEntitlement {
  if (!isEntitlement(value)) return false;
  const { facts, now, state, blocked } = value;
  try {
    const found = entitlement(facts, now);
    return (
      found.state === state &&
      found.blocked === blocked &&
      facts.segments.every(({ startsAt, endsAt }) => exists(startsAt) && ends(startsAt, endsAt)) &&
      [now, facts.launchedAt, facts.extraTrial?.startedAt, facts.overLimitSince].every(exists)
    );
  } catch {
    // A term of years beyond all calendars.
    return false;
  }
}

/** Keeps an answer for the next page; where storage is blocked or full there is none. */
export function remember(answer: InstallationEntitlement): void {
  const now = Date.parse(answer.now);
  keep({
    format: FORMAT,
    // The token is the host server's matter, and the longer it lies about the worse.
    answer: { ...answer, token: null },
    deviceAt: Date.now(),
    seenAt: now,
    openUntil: firstTime(answer, speaks),
    above: 0,
  });
}

/** Keeps what is stored. */
export function keep(stored: Stored): void {
  try {
    localStorage.setItem(nameOf(stored.answer.installationId), JSON.stringify(stored));
  } catch {
    // Without it the next page waits for the backend.
  }
}

/** Keeps how late it is, so that a clock that is set back gains nothing. */
export function see(installationId: string, now: Instant): void {
  const stored = read(installationId);
  const at = Date.parse(now);
  if (stored && at > stored.seenAt) keep({ ...stored, seenAt: at });
}

/** Forgets it: whoever asks now may not know. */
export function forget(installationId: string): void {
  try {
    localStorage.removeItem(nameOf(installationId));
  } catch {
    // What cannot be read cannot mislead.
  }
}

/** What is stored as it was stored; null where that is nothing, or not what it should be. */
export function read(installationId: string): Stored | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(nameOf(installationId)) ?? 'null');
    if (stored === null) return null;
    if (isStored(stored) && stored.answer.installationId === installationId) return stored;
    // The head of the next page would go by it.
    forget(installationId);
  } catch {
    forget(installationId);
  }
  return null;
}

/** What an earlier page knew, moved on by the time that has passed on the device; null when its clock was set back meanwhile. */
export function recall(installationId: string): Known | null {
  const stored = read(installationId);
  if (!stored) return null;
  const { answer, deviceAt, seenAt, openUntil, above } = stored;
  const at = Date.parse(answer.now) + Date.now() - deviceAt;
  if (at < seenAt - SLACK_MS || at > LAST_MS) return null;
  const now = Math.max(at, seenAt);
  const freshUntil = Math.min(
    Date.parse(answer.now) + FRESH_MS,
    Date.parse(answer.nextChangeAt ?? answer.now),
  );
  return {
    answer,
    now: new Date(now).toISOString(),
    freshUntil: !answer.blocked && now < freshUntil ? new Date(freshUntil).toISOString() : null,
    above: now < openUntil ? above : null,
  };
}

function isStored(value: unknown): value is Stored {
  const { format, answer, deviceAt, seenAt, openUntil, above } = value as Partial<Stored>;
  return (
    format === FORMAT &&
    isUsable(answer) &&
    [deviceAt, seenAt, openUntil, above].every(Number.isSafeInteger) &&
    // Set by hand, it could open the next page for longer than was paid for.
    (openUntil ?? 0) <= firstTime(answer, ({ blocked }) => blocked)
  );
}

/** Whether a day is in the calendar: some engines take the 30th of February for the 2nd of March. */
function exists(instant: Instant | null | undefined): boolean {
  return !instant || new Date(instant).toISOString().startsWith(instant.slice(0, 19));
}

function ends(startsAt: Instant, endsAt: Instant): boolean {
  return exists(endsAt) && Date.parse(startsAt) < Date.parse(endsAt);
}
