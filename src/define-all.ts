import { defineElement } from './define-element.js';
import { BillingProvider } from './elements/billing-provider/billing-provider.js';
import { ExpiryGate } from './elements/expiry-gate/expiry-gate.js';
import { OrderList } from './elements/order-list/order-list.js';
import { PricingEditor } from './elements/pricing-editor/pricing-editor.js';
import { PurchaseForm } from './elements/purchase-form/purchase-form.js';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'billing-provider': BillingProvider,
  'expiry-gate': ExpiryGate,
  'order-list': OrderList,
  'pricing-editor': PricingEditor,
  'purchase-form': PurchaseForm,
};

/**
 * Registers every element under `<prefix>-<tag>`, for example `acme-purchase-form`, so that it cannot meet another copy of the kit.
 * Each is a class of its own, so several prefixes can stand on one page.
 *
 * @throws DOMException (`SyntaxError`) when the prefix makes no valid tag name
 */
export function defineAll({ prefix }: { prefix: string }): void {
  for (const [tag, constructor] of Object.entries(ELEMENTS)) {
    defineElement(`${prefix}-${tag}`, class extends constructor {});
  }
}
