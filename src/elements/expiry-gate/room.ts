import type { InstallationEntitlement } from '../../contract/index.js';
import { firstTime, keep, read } from './known-entitlement.js';

/**
 * Keeps what the notice of an answer takes above the app, in CSS pixels, so that the next page can open before it has words and nothing moves
 * when they come. It holds until people are stopped, or until a notice that was put off returns (milliseconds).
 */
export function keepRoom(answer: InstallationEntitlement, above: number, until: number): void {
  const stored = read(answer.installationId);
  // Another tab may have been answered since.
  if (stored?.answer.now !== answer.now) return;
  const openUntil = Math.min(
    until,
    firstTime(answer, ({ blocked }) => blocked),
  );
  if (above === stored.above && openUntil === stored.openUntil) return;
  keep({ ...stored, above, openUntil });
}
