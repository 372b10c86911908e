import type { Catalog } from '../registry.js';
import { noticesCatalog } from './name.js';
import type { NoticeStrings } from './strings.js';
import { strings } from './zh-CN.js';

/** The same with their texts: Chinese at once, others when somebody reads them. */
export const noticeLanguages: Catalog<NoticeStrings> = {
  ...noticesCatalog,
  default: strings,
  load: { en: async () => (await import('./en.js')).strings },
};
