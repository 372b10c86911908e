import type { CatalogName } from '../registry.js';
import type { OrderToolsStrings } from './strings.js';

/** Languages of the part of `<order-list>` that loads apart: the choice of columns, the export, the print. */
export const orderToolsCatalog: CatalogName<OrderToolsStrings> = { element: 'order-tools' };
