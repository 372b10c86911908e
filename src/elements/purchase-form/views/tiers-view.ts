import { html, nothing, type TemplateResult } from 'lit';
import { badge } from '../../../ui/templates/badge.js';
import type { Composition } from '../composition.js';
import { cheaperTier, type TierRow } from '../seat-choices.js';
import { money, type ViewContext } from './view-context.js';

/** The price table behind a disclosure, with the tier in force marked; nothing for one price per seat. */
export function tiersView(
  context: ViewContext,
  { policy, seats, tiers }: Composition,
): TemplateResult | typeof nothing {
  const { t } = context;
  if (tiers.length === 0 || policy.rule.type !== 'tiered') return nothing;
  const cheaper = seats === null ? null : cheaperTier(policy, tiers, seats);
  return html`
    <details class="tiers">
      <summary>${cheaper ? t.tiers.cheaper(rangeText(context, cheaper)) : t.tiers.summary}</summary>
      <p class="help">${t.tiers[policy.rule.mode]}</p>
      <div class="scroll" role="region" aria-label=${t.tiers.summary} tabindex="0">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">${t.tiers.seats}</th>
              <th scope="col" class="figure">${t.tiers.price[policy.cycle]}</th>
            </tr>
          </thead>
          <tbody>
            ${tiers.map((row) => tierRow(context, row))}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

function rangeText({ t, format }: ViewContext, { from, to }: TierRow): string {
  return to === null
    ? t.tiers.from(format.number(from))
    : t.tiers.between(format.number(from), format.number(to));
}

function tierRow(context: ViewContext, row: TierRow) {
  const { t } = context;
  const { price, current } = row;
  return html`
    <tr class=${current ? 'current' : ''}>
      <th scope="row">
        ${rangeText(context, row)}${current ? html` ${badge('accent', t.tiers.current)}` : nothing}
      </th>
      <td class="figure">
        ${
          'unitAmount' in price
            ? t.tiers.unit(money(context, price.unitAmount))
            : t.tiers.flat(money(context, price.flatAmount))
        }
      </td>
    </tr>
  `;
}
