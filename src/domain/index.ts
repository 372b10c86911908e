export { DAY_MS, type Instant } from './instant.js';
export type * from './policy/types.js';
export type * from './pricing/types.js';
export type * from './access/types.js';
export type * from './orders/types.js';
export { currencyDigits, parseAmount, printAmount, ratio, type AmountParse } from './money.js';
export { entitlement } from './access/entitlement.js';
