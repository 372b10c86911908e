import type { Catalog } from '../registry.js';
import { pricingWordsCatalog } from './name.js';
import type { PricingWordStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const pricingWordsLanguages: Catalog<PricingWordStrings> = {
  ...pricingWordsCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
