import { html, nothing, type TemplateResult } from 'lit';
import { badge } from '../../../ui/templates/badge.js';
import type { Composition } from '../composition.js';
import type { TierRow } from '../seat-choices.js';
import { money, type ViewContext } from './view-context.js';

/** The price table behind a disclosure, with the tier in force marked; nothing for one price per seat. */
export function tiersView(
  context: ViewContext,
  { policy, tiers }: Composition,
): TemplateResult | typeof nothing {
  const { t } = context;
  if (tiers.length === 0 || policy.rule.type !== 'tiered') return nothing;
  return html`
    <details class="tiers">
      <summary>${t.tiers.summary}</summary>
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

function tierRow(context: ViewContext, { from, to, price, current }: TierRow) {
  const { t, format } = context;
  const range =
    to === null
      ? t.tiers.from(format.number(from))
      : t.tiers.between(format.number(from), format.number(to));
  return html`
    <tr class=${current ? 'current' : ''}>
      <th scope="row">${range}${current ? html` ${badge('accent', t.tiers.current)}` : nothing}</th>
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
