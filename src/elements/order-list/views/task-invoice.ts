import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { TaskContext } from './details-context.js';
import { sameTitle } from '../tasks/invoice-titles.js';
import { choiceField, textField } from './task-fields.js';

const BANK_FIELDS = ['address', 'phone', 'bank', 'account'] as const;

const AUTOCOMPLETE: Readonly<Record<(typeof BANK_FIELDS)[number], string>> = {
  address: 'street-address',
  phone: 'tel',
  bank: 'off',
  account: 'off',
};

/** Whom invoices were made out to before, to be chosen with one click. */
function titlesView({ t, flow }: TaskContext): TemplateResult | typeof nothing {
  const { titles, draft } = flow;
  const { invoice } = t.tasks;
  if (titles.length === 0) return nothing;
  const current = { title: draft.title ?? '', taxNumber: draft.taxNumber ?? '' };
  return html`<div class="titles">
    <p class="muted" id="task-titles">${invoice.titles}</p>
    <div class="titles-options" role="group" aria-labelledby="task-titles">
      ${titles.map(
        (details) =>
          html`<button
            class="button title-option"
            type="button"
            aria-pressed=${sameTitle(details, current)}
            @click=${() => flow.useTitle(details)}
          >
            <span>${details.title}</span>
            <span class="muted mono">${details.taxNumber}</span>
          </button>`,
      )}
    </div>
    <p class="muted">${invoice.remembered}</p>
  </div>`;
}

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
    ${titlesView(view)} ${choiceField('type', invoice.legend, types, view)}
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
