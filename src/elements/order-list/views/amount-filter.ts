import { html, type TemplateResult } from 'lit';
import { currencyDigits, parseAmount, printAmount } from '../../../domain/amount-text.js';
import { field } from '../../../ui/templates/field.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FilterContext } from './context.js';

type Limit = 'minAmount' | 'maxAmount';

/** What is payable, in the currency that most orders here are in. */
export function amountFilter(context: FilterContext): TemplateResult {
  const { t } = context;
  return html`${amountField('minAmount', t.filters.least, context)}
  ${amountField('maxAmount', t.filters.most, context)}`;
}

function amountField(
  name: Limit,
  label: string,
  { t, filter, format, currency, onFilter }: FilterContext,
): TemplateResult {
  const digits = currencyDigits(currency);
  const amount = filter[name];
  const symbol = format.moneyParts(0, currency).find(({ type }) => type === 'currency')?.value;
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const parsed = parseAmount(input.value, digits);
    const { [name]: _, ...rest } = filter;
    const wrong = !parsed.ok && parsed.reason !== 'empty';
    // Said by the browser, in the field: nothing else changes until it is an amount.
    input.setCustomValidity(wrong ? t.filters.badAmount : '');
    if (wrong) input.reportValidity();
    else onFilter(parsed.ok ? { ...rest, [name]: parsed.amount } : rest);
  };
  return field({
    id: `amount-${name}`,
    label,
    control: ({ id, describedBy, invalid }) =>
      html`<div class="input-group">
        <span class="affix">${symbol}</span>
        <input
          class="input"
          id=${id}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-describedby=${ifDefined(describedBy)}
          aria-invalid=${invalid}
          .value=${amount === undefined ? '' : printAmount(amount, digits)}
          @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
          @change=${onChange}
        />
      </div>`,
  });
}
