import type { Catalog } from '../registry.js';
import type { PricingEditorStrings } from './strings.js';
import { pricingEditor } from './zh-CN.js';

/** Languages of `<pricing-editor>`. */
export const pricingEditorCatalog: Catalog<PricingEditorStrings> = {
  element: 'pricing-editor',
  default: pricingEditor,
  load: { en: async () => (await import('./en.js')).pricingEditor },
};
