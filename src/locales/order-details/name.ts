import type { CatalogName } from '../registry.js';
import type { OrderDetailsStrings } from './strings.js';

/** Languages of the part of `<order-list>` that loads apart: details, menu and dialogs. */
export const orderDetailsCatalog: CatalogName<OrderDetailsStrings> = { element: 'order-details' };
