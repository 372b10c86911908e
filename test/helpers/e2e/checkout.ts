import type { Locator, Page } from 'playwright-core';
import { seen } from './read.js';

export function formOn(page: Page): Locator {
  return page.locator('purchase-form');
}

/** The code to be scanned for this amount. */
export function codeOf(form: Locator, amount: string): Locator {
  return form.getByRole('img', { name: `微信支付二维码，金额 ${amount}` });
}

/** How far a bank transfer has come. */
export function currentStep(form: Locator): Locator {
  return form.getByRole('list', { name: '转账进度' }).locator('[aria-current="step"]');
}

/** The number of the order that a form or receipt is about. */
export async function orderNumber(scope: Locator): Promise<string> {
  const copy = scope.getByRole('button', { name: /^复制 SK/ });
  await seen(copy);
  return (await copy.getAttribute('aria-label')) ?? '';
}

/** Cancels the order on the page, after the question whether to. */
export async function cancelOrder(form: Locator): Promise<void> {
  await form.getByRole('button', { name: '取消订单' }).click();
  await form
    .getByRole('dialog', { name: '取消这个订单？' })
    .getByRole('button', { name: '取消订单' })
    .click();
}
