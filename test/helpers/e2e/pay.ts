import type { Locator, Page } from 'playwright-core';
import { says, seen } from './read.js';

/** Opens the simulated payment that a form links to, in the tab that it opens. */
export async function openSimulatedPayment(form: Locator): Promise<Page> {
  const [wallet] = await Promise.all([
    form.page().context().waitForEvent('page'),
    form.getByRole('link', { name: '模拟支付' }).click(),
  ]);
  return wallet;
}

/** Pays a code by the link beside it, as if scanned with a phone, and comes back. */
export async function payCode(form: Locator, amount: string): Promise<void> {
  await seen(form.getByRole('img', { name: `微信支付二维码，金额 ${amount}` }));
  const wallet = await openSimulatedPayment(form);
  await says(wallet.locator('.amount'), amount);
  await wallet.getByRole('button', { name: /^(模拟)?付款$/ }).click();
  await seen(wallet.getByRole('status').filter({ hasText: /^\s*已付款/ }));
  await wallet.close();
}
