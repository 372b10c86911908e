import { Decimal as SharedDecimal } from 'decimal.js';

/**
 * A private clone of decimal.js, so that a host that configures its own copy changes nothing here.
 * 80 digits hold the product of any three safe integers, so that integer arithmetic on them is exact.
 */
export const Decimal = SharedDecimal.clone({ defaults: true, precision: 80 });
