import type { CatalogName } from '../registry.js';
import type { PricingAidsStrings } from './strings.js';

/** Languages of the part of `<pricing-editor>` that helps with its tables, which loads apart. */
export const pricingAidsCatalog: CatalogName<PricingAidsStrings> = {
  element: 'pricing-aids',
};
