/**
 * Everything but the server, the verification and the test tools. Importing it changes nothing on the page and works without a DOM;
 * `defineAll`, or the modules `…/define`, register elements.
 */
export { defineAll } from './define-all.js';
export { BillingProvider } from './elements/billing-provider/billing-provider.js';
export { ExpiryGate } from './elements/expiry-gate/expiry-gate.js';
export { OrderList } from './elements/order-list/order-list.js';
export { PricingEditor } from './elements/pricing-editor/pricing-editor.js';
export { PurchaseForm } from './elements/purchase-form/purchase-form.js';
export type * from './elements/expiry-gate/events.js';
export type { OrderColumn } from './elements/order-list/columns/host-columns.js';
export type * from './elements/order-list/events.js';
export type { OrderRowAction } from './elements/order-list/host-actions.js';
export type * from './elements/pricing-editor/events.js';
export type * from './elements/purchase-form/events.js';
export * from './backend.js';
export * from './domain/index.js';
export { expiryGateCatalog } from './locales/expiry-gate/catalog.js';
export { noticesCatalog } from './locales/notices/name.js';
export { orderDetailsCatalog } from './locales/order-details/name.js';
export { orderListCatalog } from './locales/order-list/catalog.js';
export { orderToolsCatalog } from './locales/order-tools/name.js';
export { pricingAidsCatalog } from './locales/pricing-aids/name.js';
export { pricingEditorCatalog } from './locales/pricing-editor/catalog.js';
export { pricingPreviewCatalog } from './locales/pricing-preview/name.js';
export { pricingTrustCatalog } from './locales/pricing-trust/name.js';
export { pricingWordsCatalog } from './locales/pricing-words/name.js';
export { purchaseFormCatalog } from './locales/purchase-form/catalog.js';
export { purchasePaymentCatalog } from './locales/purchase-payment/name.js';
export { addLocale, type Catalog, type CatalogName } from './locales/registry.js';
export type { NoticeText } from './locales/notices/strings.js';
export type { BillingErrorDetail } from './ui/bare-element.js';
export { noticeText, type NoticeReader } from './ui/notice-text.js';
