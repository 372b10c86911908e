import type { CatalogName } from '../registry.js';
import type { PricingWordStrings } from './strings.js';

/** Languages of the warnings and differences of `<pricing-editor>`, which load apart. */
export const pricingWordsCatalog: CatalogName<PricingWordStrings> = { element: 'pricing-words' };
