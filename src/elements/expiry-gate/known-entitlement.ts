import { isEntitlement } from '../../contract/guards.js';
import type { InstallationEntitlement } from '../../contract/index.js';
import { entitlement } from '../../domain/access/entitlement.js';

/** Changes when what is stored changes its shape; what another version wrote is not read. */
const FORMAT = 1;

interface Stored {
  format: typeof FORMAT;
  answer: InstallationEntitlement;
  /** The device's clock when the answer came, in milliseconds. */
  deviceAt: number;
}

function nameOf(installationId: string): string {
  return `seatkit:entitlement:${installationId}`;
}

/** Whether an answer has the shape it should, and dates that can be computed with. */
export function isUsable(value: unknown): value is InstallationEntitlement {
  if (!isEntitlement(value)) return false;
  try {
    entitlement(value.facts, value.now);
    return true;
  } catch {
    // A term of years beyond all calendars.
    return false;
  }
}

/** Keeps the last answer for the next visit; where storage is blocked or full there is none. */
export function remember(answer: InstallationEntitlement): void {
  // The token is the host server's matter, and the longer it lies about the worse.
  const stored: Stored = {
    format: FORMAT,
    answer: { ...answer, token: null },
    deviceAt: Date.now(),
  };
  try {
    localStorage.setItem(nameOf(answer.installationId), JSON.stringify(stored));
  } catch {
    // Without it the next visit waits for the backend.
  }
}

/** Forgets it: whoever asks now may not know. */
export function forget(installationId: string): void {
  try {
    localStorage.removeItem(nameOf(installationId));
  } catch {
    // What cannot be read cannot mislead.
  }
}

/**
 * The last answer, its `now` moved on by the time that has passed on the device since. A clock that was set back
 * cannot take it further back than the answer itself.
 */
export function recall(installationId: string): InstallationEntitlement | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(nameOf(installationId)) ?? 'null');
    if (!isStored(stored) || stored.answer.installationId !== installationId) return null;
    const passed = Math.max(0, Date.now() - stored.deviceAt);
    const now = new Date(Date.parse(stored.answer.now) + passed).toISOString();
    return { ...stored.answer, now };
  } catch {
    return null;
  }
}

function isStored(value: unknown): value is Stored {
  const { format, answer, deviceAt } = (value ?? {}) as Partial<Stored>;
  return format === FORMAT && typeof deviceAt === 'number' && isUsable(answer);
}
