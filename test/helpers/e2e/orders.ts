import type { Locator, Page } from 'playwright-core';

/** The orders as the page lists them. */
export function orderList(page: Page): Locator {
  return page.locator('order-list');
}

/** The one order with this amount. */
export function orderOf(page: Page, amount: string): Locator {
  return orderList(page).getByRole('row').filter({ hasText: amount });
}

/** Opens what can be done to an order, and chooses from it. */
export async function chooseAction(page: Page, amount: string, action: string): Promise<Locator> {
  await orderOf(page, amount)
    .getByRole('button', { name: /的操作$/ })
    .click();
  await orderList(page).getByRole('menuitem', { name: action }).click();
  return orderList(page).getByRole('dialog', { name: action });
}
