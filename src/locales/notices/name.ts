import type { CatalogName } from '../registry.js';
import type { NoticeStrings } from './strings.js';

/** Languages of the notices that hosts send. */
export const noticesCatalog: CatalogName<NoticeStrings> = { element: 'notices' };
