import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { TaskContext } from './context.js';
import { choiceField, textField } from './task-fields.js';

const BANK_FIELDS = ['address', 'phone', 'bank', 'account'] as const;

const AUTOCOMPLETE: Readonly<Record<(typeof BANK_FIELDS)[number], string>> = {
  address: 'street-address',
  phone: 'tel',
  bank: 'off',
  account: 'off',
};

/** Everything an invoice is made out with (SPEC §5 "Invoice"); a special one needs the company's bank too. */
export function invoiceBody({ quote, currency }: Order, view: TaskContext): TemplateResult {
  const { t, format, flow } = view;
  const { invoice } = t.tasks;
  const { invoiceFields } = t.details;
  const special = flow.draft.type === 'special';
  const types = (['ordinary', 'special'] as const).map((value) => ({
    value,
    label: t.orders.invoiceTypes[value],
  }));
  return html`<p>${invoice.amount(format.money(quote.payable, currency))}</p>
    ${flow.remembered ? html`<p class="muted">${invoice.remembered}</p>` : nothing}
    ${choiceField('type', invoice.legend, types, view)}
    ${textField(
      {
        name: 'title',
        label: invoiceFields.title,
        help: invoice.titleHelp,
        autocomplete: 'organization',
      },
      view,
    )}
    ${textField({ name: 'taxNumber', label: invoiceFields.taxNumber, help: invoice.taxHelp }, view)}
    ${BANK_FIELDS.map((name) =>
      textField(
        {
          name,
          label: invoiceFields[name],
          optional: !special,
          autocomplete: AUTOCOMPLETE[name],
        },
        view,
      ),
    )}
    ${textField(
      {
        name: 'email',
        label: invoiceFields.email,
        help: invoice.destination,
        autocomplete: 'email',
      },
      view,
    )}
    ${textField(
      {
        name: 'postalAddress',
        label: invoiceFields.postalAddress,
        autocomplete: 'street-address',
      },
      view,
    )}`;
}
