import { html, type TemplateResult } from 'lit';
import type { Quote, QuoteLine } from '../../domain/index.js';
import type { PriceContext, QuoteStrings } from '../../locales/common/quotes/strings.js';
import { lineText } from '../texts.js';

/**
 * Every step of a price with its operands, and what is due.
 *
 * @param note what else there is to say of a line
 */
export function quoteLines(
  { lines, payable }: Pick<Quote, 'lines' | 'payable'>,
  strings: QuoteStrings,
  context: PriceContext,
  note: (line: QuoteLine) => string | null = () => null,
): TemplateResult {
  const { currency, format } = context;
  return html`<dl class="quote">
    ${lines.map((line) => {
      const { label, operands } = lineText(strings, line, context);
      const said = note(line);
      const below = said === null ? operands : [said, ...operands];
      return html`<div class="quote-line">
        <dt>
          ${label} ${below.map((operand) => html`<div class="quote-operands">${operand}</div>`)}
        </dt>
        <dd class="amount">${format.money(line.amount, currency)}</dd>
      </div>`;
    })}
    <div class="quote-line quote-due">
      <dt>${strings.due}</dt>
      <dd class="amount">${format.money(payable, currency)}</dd>
    </div>
  </dl>`;
}
