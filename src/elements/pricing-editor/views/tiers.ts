import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { parseCount } from '../../../ui/numbers.js';
import { icon } from '../../../ui/templates/icon.js';
import type { TierDraft } from '../draft/draft.js';
import { addTier, changeTier, removeTier } from '../draft/edit.js';
import { tierField } from '../places.js';
import { cell, removeButton, rowIssues } from './cell.js';
import { amountInputMode, issuesAt, symbolOf, type FormView } from './view.js';

const MOST_TIERS = 100;

/** The tiers as rows: from, to, kind and price. What is wrong stands under its row, or under them all. */
export function tiersView(view: FormView): TemplateResult {
  const { t, draft, editable } = view;
  const symbol = symbolOf(view);
  const mode = amountInputMode(view);
  return html`<div class="rows tiers">
    <div class="row-heads" aria-hidden="true">
      <span>${t.tiers.seats}</span><span>${t.tiers.kind}</span><span>${t.tiers.price}</span>
    </div>
    <div class="row-list">
      ${repeat(
        draft.tiers,
        ({ id }) => id,
        (tier, index) => tierRow(view, tier, index, symbol, mode),
      )}
    </div>
    ${rowIssues([{ id: 'tiers', issues: issuesAt(view, 'tiers') }])}
    ${
      editable && draft.tiers.length < MOST_TIERS
        ? html`<button class="link" type="button" id="add-tier" @click=${() => add(view)}>
            ${icon('plus')} ${t.tiers.add}
          </button>`
        : nothing
    }
  </div>`;
}

function tierRow(
  view: FormView,
  tier: TierDraft,
  index: number,
  symbol: string,
  inputMode: 'numeric' | 'decimal',
): TemplateResult {
  const { t, format, draft, editable, edit } = view;
  const { id, priced } = tier;
  const place = t.place(index, format);
  const upTo = tierField(id, 'upTo');
  const kind = tierField(id, 'priced');
  const amount = tierField(id, 'amount');
  const isLast = index === draft.tiers.length - 1;
  const change = (part: Partial<TierDraft>) => edit(changeTier(draft, id, part));
  const places = [upTo, amount, `tier-${id}`].map((at) => ({ id: at, issues: issuesAt(view, at) }));
  return html`<div class="row" role="group" aria-label=${t.tiers.row(place)}>
    <span class="from" aria-hidden="true">${firstSeat(draft.tiers[index - 1])}–</span>
    ${cell({
      id: upTo,
      label: t.tiers.upTo(place),
      value: tier.upTo,
      inputMode: 'numeric',
      issues: places[0]?.issues ?? [],
      placeholder: isLast ? t.tiers.open : '',
      disabled: !editable,
      onInput: (text) => change({ upTo: text }),
    })}
    <select
      class="input"
      id=${kind}
      aria-label=${t.tiers.priced(place)}
      ?disabled=${!editable}
      @change=${(event: Event) =>
        change({ priced: (event.target as HTMLSelectElement).value === 'flat' ? 'flat' : 'unit' })}
    >
      <option value="flat" .selected=${priced === 'flat'}>${t.tiers.flat}</option>
      <option value="unit" .selected=${priced === 'unit'}>${t.tiers.unit}</option>
    </select>
    ${cell({
      id: amount,
      label: t.tiers.amount(place),
      value: priced === 'flat' ? tier.flatAmount : tier.unitAmount,
      inputMode,
      issues: [...(places[1]?.issues ?? []), ...(places[2]?.issues ?? [])],
      prefix: symbol,
      disabled: !editable,
      onInput: (text) => change(priced === 'flat' ? { flatAmount: text } : { unitAmount: text }),
    })}
    ${editable ? removeButton(t.tiers.remove(place), false, () => remove(view, index)) : nothing}
    ${rowIssues(places)}
  </div>`;
}

/** Where a tier begins, as far as the one before it says. */
function firstSeat(before: TierDraft | undefined): string {
  if (!before) return '1';
  const count = parseCount(before.upTo);
  return count.ok ? String(count.value + 1) : '…';
}

function add(view: FormView): void {
  const { t, format, draft } = view;
  const before = draft.tiers.at(-1);
  const next = addTier(draft);
  const added = next.tiers.at(-1);
  view.edit(next);
  // An open tier that is not the last any more needs its bound first.
  const goOn = before?.upTo.trim() === '' ? before : added;
  view.moveOn(tierField(goOn?.id ?? 0, 'upTo'), t.tiers.added(t.place(draft.tiers.length, format)));
}

function remove(view: FormView, index: number): void {
  const { t, format, draft } = view;
  const tier = draft.tiers[index];
  if (!tier) return;
  const next = removeTier(draft, tier.id);
  view.edit(next);
  const near = next.tiers[Math.min(index, next.tiers.length - 1)];
  view.moveOn(
    near ? tierField(near.id, 'upTo') : 'add-tier',
    t.tiers.removed(t.place(index, format)),
  );
}
