import type { ActionName } from '../../../locales/order-list/strings.js';

/** They take something away, so that their buttons warn. */
export const DANGEROUS: ReadonlySet<ActionName> = new Set(['cancel', 'request-refund']);

/** How the button of an action looks. */
export const actionKind = (id: ActionName): string =>
  id === 'pay' ? 'primary' : DANGEROUS.has(id) ? 'danger' : '';
