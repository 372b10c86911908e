import type { Catalog } from '../registry.js';
import { pricingPreviewCatalog } from './name.js';
import type { PricingPreviewStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const pricingPreviewLanguages: Catalog<PricingPreviewStrings> = {
  ...pricingPreviewCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
