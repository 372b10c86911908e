import type { CatalogName } from '../registry.js';
import type { PricingPreviewStrings } from './strings.js';

/** Languages of the part of `<pricing-editor>` that shows what a draft means, which loads apart. */
export const pricingPreviewCatalog: CatalogName<PricingPreviewStrings> = {
  element: 'pricing-preview',
};
