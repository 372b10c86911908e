import type { Cycle } from '../../../domain/index.js';
import type { QuoteStrings } from '../quotes/strings.js';

// A file of their own, so that who needs these alone carries no more.
const CYCLES: Record<Cycle, string> = { year: '年', month: '个月' };

export const seats: QuoteStrings['seats'] = (count, format) => `${format.number(count)} 人`;

export const cycles: QuoteStrings['cycles'] = (count, cycle, format) =>
  `${format.number(count)} ${CYCLES[cycle]}`;

export const days: QuoteStrings['days'] = (count, format) => `${format.number(count)} 天`;

export const gift: QuoteStrings['gift'] = (days, format) => `送 ${format.number(days)} 天`;
