import type { Catalog } from '../registry.js';
import { pricingTrustCatalog } from './name.js';
import type { PricingTrustStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const pricingTrustLanguages: Catalog<PricingTrustStrings> = {
  ...pricingTrustCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
