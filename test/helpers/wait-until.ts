import { waitUntil as wait } from '@open-wc/testing';

/** Waits until something holds, for as long as a test may take: several browsers share a machine. */
export function waitUntil(holds: () => unknown, message?: string): Promise<void> {
  return wait(() => Boolean(holds()), message, { timeout: 15_000, interval: 4 });
}
