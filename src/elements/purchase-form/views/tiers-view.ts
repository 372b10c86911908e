import { html, nothing, type TemplateResult } from 'lit';
import { badge } from '../../../ui/templates/badge.js';
import type { Composition } from '../composition.js';
import { cheaperTier, type TierRow } from '../seat-choices.js';
import { money, type ViewContext } from './view-context.js';

/** The price table behind a disclosure, with the tier in force marked; nothing for one price per seat. */
export function tiersView(
  context: ViewContext,
  composition: Composition,
): TemplateResult | typeof nothing {
  const { policy, tiers } = composition;
  const { t } = context;
  if (tiers.length === 0 || policy.rule.type !== 'tiered') return nothing;
  return html`
    <details class="tiers">
      <summary>${summaryText(context, composition, policy.rule.mode)}</summary>
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

/** What a buyer would miss without opening the table: where a seat costs less, else where the next tier begins. */
function summaryText(
  context: ViewContext,
  { policy, seats, tiers }: Composition,
  mode: 'volume' | 'graduated',
): string {
  const { t, format } = context;
  if (seats === null) return t.tiers.summary;
  const cheaper = cheaperTier(policy, tiers, seats);
  if (cheaper) return t.tiers.cheaper(rangeText(context, cheaper), priceText(context, cheaper));
  const next = tiers.find(({ from }) => from > seats);
  if (!next) return t.tiers.summary;
  return t.tiers.next[mode](format.number(next.from), priceText(context, next));
}

function priceText(context: ViewContext, { price }: TierRow): string {
  const { tiers } = context.t;
  return 'unitAmount' in price
    ? tiers.unit(money(context, price.unitAmount))
    : tiers.flat(money(context, price.flatAmount));
}

function rangeText({ t, format }: ViewContext, { from, to }: TierRow): string {
  return to === null
    ? t.tiers.from(format.number(from))
    : t.tiers.between(format.number(from), format.number(to));
}

function tierRow(context: ViewContext, row: TierRow) {
  const { t } = context;
  const { current } = row;
  return html`
    <tr class=${current ? 'current' : ''}>
      <th scope="row">
        ${rangeText(context, row)}${current ? html` ${badge('accent', t.tiers.current)}` : nothing}
      </th>
      <td class="figure">${priceText(context, row)}</td>
    </tr>
  `;
}
