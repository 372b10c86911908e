import type { PurchaseFormStrings } from '../../../locales/purchase-form/strings.js';
import type { Format } from '../../../ui/format.js';

/** What every view prints with. */
export interface ViewContext {
  t: PurchaseFormStrings;
  format: Format;
  /** ISO 4217 */
  currency: string;
}

/** An amount as the reader's language prints it. */
export function money({ format, currency }: ViewContext, minor: number): string {
  return format.money(minor, currency);
}
