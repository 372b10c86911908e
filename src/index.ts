/**
 * Everything but the server, the verification and the test tools. Importing it changes nothing on the page and works without a DOM;
 * `defineAll`, or the modules `…/define`, register elements.
 */
export { defineAll } from './define-all.js';
export { BillingProvider } from './elements/billing-provider/billing-provider.js';
export { PurchaseForm } from './elements/purchase-form/purchase-form.js';
export * from './backend.js';
export * from './domain/index.js';
export { addLocale, type Catalog } from './locales/registry.js';
export type { BillingErrorDetail } from './ui/seatkit-element.js';
