import { html, nothing, type TemplateResult } from 'lit';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import type { Case } from '../preview/cases.js';

export interface CasesModel {
  cases: readonly Case[];
  /** The version the draft is compared with; null where there is none, or its prices cannot be compared. */
  version: number | null;
  /** There is a version, in another currency or unit. */
  incomparable: boolean;
}

/** Common orders by the version in force and by the draft; on a narrow box each is a card. */
export function casesView(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  { cases, version, incomparable }: CasesModel,
  context: PriceContext,
): TemplateResult {
  const { columns } = p.cases;
  const compared = version !== null;
  return html`<p class="muted">${incomparable ? p.cases.incomparable : p.cases.help}</p>
    <div class="scroll cases-box" tabindex="0" role="group" aria-label=${p.cases.label}>
      <table class="table cases">
        <thead>
          <tr>
            <th scope="col">${columns.seats}</th>
            <th scope="col">${columns.cycles}</th>
            ${compared ? html`<th scope="col" class="figure">${p.cases.version(version)}</th>` : nothing}
            <th scope="col" class="figure">${columns.after}</th>
            ${compared ? html`<th scope="col">${columns.change}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${cases.map((each) => row(t, p, each, version, context))}
        </tbody>
      </table>
    </div>`;
}

function row(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  each: Case,
  version: number | null,
  context: PriceContext,
): TemplateResult {
  const { format, currency, cycle } = context;
  const money = (amount: number | null) =>
    amount === null ? p.preview.notSold : format.money(amount, currency);
  return html`<tr>
    <th scope="row">${t.quotes.seats(each.seats, format)}</th>
    <td>${t.quotes.cycles(each.cycles, cycle, format)}</td>
    ${version === null ? nothing : html`<td class="figure before" data-label=${p.cases.version(version)}>${money(each.before)}</td>`}
    <td class="figure" data-label=${p.cases.columns.after}>${money(each.after)}</td>
    ${version === null ? nothing : html`<td class="change ${trend(each)}">${changeText(p, each, context)}</td>`}
  </tr>`;
}

function trend({ before, after, difference }: Case): 'up' | 'down' | 'same' {
  if (difference !== null && difference !== 0) return difference > 0 ? 'up' : 'down';
  return (before === null) === (after === null) ? 'same' : after === null ? 'up' : 'down';
}

function changeText(
  p: PricingPreviewStrings,
  each: Case,
  { format, currency }: PriceContext,
): string {
  const { before, after, difference, basisPoints } = each;
  if (difference === null) {
    if (before === null && after === null) return p.cases.neither;
    return before === null ? p.cases.opened : p.cases.shut;
  }
  if (difference === 0) return p.cases.same;
  const amount = format.money(Math.abs(difference), currency);
  if (basisPoints === null)
    return difference > 0 ? p.cases.dearer(amount) : p.cases.cheaper(amount);
  const percent = format.percent(Math.abs(basisPoints) / 100);
  return difference > 0 ? p.cases.dearerBy(amount, percent) : p.cases.cheaperBy(amount, percent);
}
