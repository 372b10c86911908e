import type { Catalog } from '../registry.js';
import type { ExpiryGateStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** Languages of `<expiry-gate>`. */
export const expiryGateCatalog: Catalog<ExpiryGateStrings> = {
  element: 'expiry-gate',
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
