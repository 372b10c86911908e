import { html, type TemplateResult } from 'lit';
import type { Quote } from '../../domain/index.js';
import type { PriceContext, QuoteStrings } from '../../locales/common/quotes/strings.js';
import { lineText } from '../texts.js';

/** Every step of a price with its operands, and what is due. */
export function quoteLines(
  { lines, payable }: Pick<Quote, 'lines' | 'payable'>,
  strings: QuoteStrings,
  context: PriceContext,
): TemplateResult {
  const { currency, format } = context;
  return html`<dl class="quote">
    ${lines.map((line) => {
      const { label, operands } = lineText(strings, line, context);
      return html`<div class="quote-line">
        <dt>
          ${label} ${operands.map((operand) => html`<div class="quote-operands">${operand}</div>`)}
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
