import type { BackendError } from '../contract/index.js';
import type { QuoteLine, Violation } from '../domain/index.js';
import type { ErrorText } from '../locales/common/base/strings.js';
import type { ErrorStrings } from '../locales/common/errors/strings.js';
import type { ByCode } from '../locales/common/orders/strings.js';
import type { PriceContext, QuoteStrings } from '../locales/common/quotes/strings.js';

/** The failures an element has words for: all of them, or those it can meet. */
export interface ErrorWords {
  codes: Partial<ErrorStrings['codes']> & Pick<ErrorStrings['codes'], 'unavailable'>;
  reasons: Partial<ErrorStrings['reasons']>;
}

/** What a failure means to a person: by its reason where there is one, else by its code. */
export function errorText({ codes, reasons }: ErrorWords, { code, data }: BackendError): ErrorText {
  // Another version of the backend may give a reason this one has no words for.
  return (data.reason && reasons[data.reason]) ?? codes[code] ?? codes.unavailable;
}

/** The sentence for one case of a union that is told apart by `code`. */
export function sentence<Union extends { code: string }, Context>(
  strings: ByCode<Union, Context>,
  value: Union,
  context: Context,
): string {
  // The type of the table ties each code to its own case; a look-up by a union of codes loses the tie.
  return strings[value.code as Union['code']](value as never, context);
}

/** Why a request cannot be ordered. */
export function violationText(
  strings: QuoteStrings,
  violation: Violation,
  context: PriceContext,
): string {
  return sentence<Violation, PriceContext>(strings.violations, violation, context);
}

/** A line of a quote as people read it. */
export interface LineText {
  label: string;
  /** How the amount came about, one text per part. */
  operands: string[];
}

/** Explains one line of a quote. */
export function lineText(strings: QuoteStrings, line: QuoteLine, context: PriceContext): LineText {
  return {
    label: sentence<QuoteLine, PriceContext>(strings.lines, line, context),
    operands: operands(strings, line, context),
  };
}

function operands(strings: QuoteStrings, line: QuoteLine, context: PriceContext): string[] {
  switch (line.code) {
    case 'list':
      return line.parts.map((part) => strings.part(part, line.cycles, context));
    case 'prorated':
      return [strings.share(line.price, line.remainingDays, line.termDays, context)];
    case 'credit':
      return [strings.share(line.value, line.remainingDays, line.days, context)];
    default:
      return [];
  }
}
