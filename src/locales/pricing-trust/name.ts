import type { CatalogName } from '../registry.js';
import type { PricingTrustStrings } from './strings.js';

/** Languages of the part of `<pricing-editor>` that loads apart: publishing, versions, conflicts, files, templates, the way to launch. */
export const pricingTrustCatalog: CatalogName<PricingTrustStrings> = { element: 'pricing-trust' };
