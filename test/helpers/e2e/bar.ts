import type { Page } from 'playwright-core';
import { says } from './read.js';

/** Presses a button of the bar that moves the demo's clock, and waits until it shows where it should have come to. */
export async function moveClock(page: Page, button: string, arrives: string): Promise<void> {
  const bar = page.locator('demo-bar');
  await bar.getByRole('button', { name: button, exact: true }).click();
  await says(bar.locator('time'), arrives);
}

/** Chooses in the bar: who asks, from where, in which language … */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page
    .locator('demo-bar')
    .getByRole('combobox', { name: label, exact: true })
    .selectOption({ label: choice });
}
