import type { Catalog } from '../registry.js';
import { pricingAidsCatalog } from './name.js';
import type { PricingAidsStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const pricingAidsLanguages: Catalog<PricingAidsStrings> = {
  ...pricingAidsCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
