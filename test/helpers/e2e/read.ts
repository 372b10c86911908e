import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const UNTIL = { timeout: 15_000, interval: 50 };

/** Waits until an element says exactly this, spaces and lines aside. */
export async function says(element: Locator, text: string): Promise<void> {
  await expect.poll(() => wordsOf(element), UNTIL).toBe(text);
}

/** Waits until the elements say exactly these, in this order. */
export async function listed(elements: Locator, texts: string[]): Promise<void> {
  await expect
    .poll(async () => (await elements.allTextContents()).map(collapsed), UNTIL)
    .toEqual(texts);
}

/** Waits until an element can be seen. */
export async function seen(element: Locator): Promise<void> {
  await element.waitFor({ state: 'visible' });
}

/** Waits until an element cannot be seen. */
export async function unseen(element: Locator): Promise<void> {
  await element.waitFor({ state: 'hidden' });
}

/** What stands beside a term: of the facts of an order, a receipt or a service. */
export function fact(scope: Locator, term: string): Locator {
  const page = scope.page();
  return scope
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^\\s*${term}\\s*$`) }) })
    .locator('dd');
}

/** Waits until the lines of a price are these: what it is for, and how much. */
export async function priced(
  scope: Locator,
  lines: [what: string, amount: string][],
): Promise<void> {
  await expect
    .poll(
      async () =>
        Promise.all(
          (await scope.locator('dl.quote > div').all()).map(async (line) => [
            await wordsOf(line.locator('dt')),
            await wordsOf(line.locator('dd')),
          ]),
        ),
      UNTIL,
    )
    .toEqual(lines);
}

async function wordsOf(element: Locator): Promise<string> {
  return collapsed(await element.textContent());
}

function collapsed(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
