import { currencyDigits, printAmount } from '../../../domain/amount-text.js';

/** Prints amounts short enough for an axis: `¥6.5万`, `¥65K`. */
export function axisFormat(locale: string, currency: string): (amount: number) => string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 2,
  });
  const digits = currencyDigits(currency);
  return (amount) => format.format(Number(printAmount(amount, digits)));
}
