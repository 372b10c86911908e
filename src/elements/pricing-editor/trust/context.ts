import type { WordedStrings } from '../../../locales/pricing-words/strings.js';
import type { PricingTrustStrings } from '../../../locales/pricing-trust/strings.js';
import type { Format } from '../../../ui/format.js';
import type { Provider, ProviderHost } from '../controllers/provider.js';
import type { Facts } from '../controllers/workspace.js';

/** What the parts that load apart draw from. */
export interface TrustContext {
  host: ProviderHost;
  provider: Provider;
  /** undefined without a backend. */
  facts: Facts | undefined;
  /** Whether whoever looks may change the draft. */
  editable: boolean;
  t: WordedStrings;
  w: PricingTrustStrings;
  format: Format;
}
