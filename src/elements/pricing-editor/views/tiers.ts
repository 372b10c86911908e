import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { parseCount } from '../../../ui/numbers.js';
import { countText } from '../draft/text.js';
import type { TierDraft } from '../draft/draft.js';
import { addTier, changeTier, removeTier } from '../draft/edit.js';
import { tierField } from '../places.js';
import { addButton, cell, keyOf, removeButton, rowIssues, type Place } from './cell.js';
import { amountInputMode, fullText, issuesAt, MOST_ROWS, symbolOf, type FormView } from './view.js';

/** The tiers as rows: from, to, kind and price. What is wrong stands under its row, or under them all. */
export function tiersView(view: FormView): TemplateResult {
  const { t, format, draft, editable, aids } = view;
  const symbol = symbolOf(view);
  const mode = amountInputMode(view);
  const last = draft.tiers.length - 1;
  const rows = repeat(
    draft.tiers,
    ({ id }) => id,
    (tier, index) => {
      const places = placesOf(view, tier.id);
      const before = draft.tiers[index - 1]?.upTo;
      const mark = aids?.markOf('tiers', tier.id, index) ?? '';
      const isLast = index === last;
      // Of a hundred rows a keystroke draws its own and the next.
      return guard(
        [
          tier,
          before,
          index,
          isLast,
          mark,
          keyOf(places),
          symbol,
          mode,
          editable,
          t,
          format,
          aids?.t,
        ],
        () => tierRow(view, { tier, index, before, isLast, mark, places, symbol, mode }),
      );
    },
  );
  return html`<div class="rows tiers">
    <div class="row-heads" aria-hidden="true">
      <span>${t.tiers.seats}</span><span>${t.tiers.kind}</span><span>${t.tiers.price}</span>
    </div>
    <div class="row-list">${rows}</div>
    ${rowIssues([{ id: 'tiers', issues: issuesAt(view, 'tiers') }])}
    ${editable ? addButton('add-tier', t.tiers.add, fullNote(view), () => add(view)) : nothing}
  </div>`;
}

function fullNote(view: FormView): string {
  return view.draft.tiers.length < MOST_ROWS ? '' : fullText(view, 'tiers');
}

function placesOf(view: FormView, id: number): readonly Place[] {
  const ids = [tierField(id, 'upTo'), tierField(id, 'amount'), `tier-${id}`];
  return ids.map((at) => ({ id: at, issues: issuesAt(view, at) }));
}

interface Row {
  tier: TierDraft;
  index: number;
  /** The bound of the tier before, as typed. */
  before: string | undefined;
  isLast: boolean;
  mark: string;
  places: readonly Place[];
  symbol: string;
  mode: 'numeric' | 'decimal';
}

function tierRow(view: FormView, row: Row): TemplateResult {
  const { t, format, editable, aids } = view;
  const { tier, index, before, isLast, mark, places, symbol, mode } = row;
  const { id, priced } = tier;
  const place = t.place(index, format);
  const [ofBound, ofAmount, ofRow] = places.map(({ issues }) => issues);
  const change = (part: Partial<TierDraft>) => view.edit(changeTier(view.now(), id, part));
  return html`<div
    class="row ${mark}"
    role="group"
    aria-label=${t.tiers.row(place)}
    @keydown=${(event: KeyboardEvent) => {
      if (editable) aids?.onKeydown(view, 'tiers', id, event);
    }}
  >
    <span class="from">
      ${editable ? aids?.grip(view, 'tiers', id, index) : nothing}
      <span aria-hidden="true">${firstSeat(before)}–</span>
    </span>
    ${cell({
      id: tierField(id, 'upTo'),
      label: t.tiers.upTo(place),
      value: tier.upTo,
      inputMode: 'numeric',
      issues: ofBound ?? [],
      placeholder: isLast ? t.tiers.open : '',
      disabled: !editable,
      onInput: (text) => change({ upTo: text }),
    })}
    <select
      class="input"
      id=${tierField(id, 'priced')}
      aria-label=${t.tiers.priced(place)}
      ?disabled=${!editable}
      @change=${(event: Event) =>
        change({ priced: (event.target as HTMLSelectElement).value === 'flat' ? 'flat' : 'unit' })}
    >
      <option value="flat" .selected=${priced === 'flat'}>${t.tiers.flat}</option>
      <option value="unit" .selected=${priced === 'unit'}>${t.tiers.unit}</option>
    </select>
    ${cell({
      id: tierField(id, 'amount'),
      label: t.tiers.amount(place),
      value: priced === 'flat' ? tier.flatAmount : tier.unitAmount,
      inputMode: mode,
      issues: [...(ofAmount ?? []), ...(ofRow ?? [])],
      prefix: symbol,
      disabled: !editable,
      onInput: (text) => change(priced === 'flat' ? { flatAmount: text } : { unitAmount: text }),
    })}
    <span class="row-tools">
      ${editable ? aids?.split(view, tier, index) : nothing}
      ${editable ? removeButton(t.tiers.remove(place), false, () => remove(view, id)) : nothing}
    </span>
    ${rowIssues(places)}
  </div>`;
}

/** Where a tier begins, as far as the bound of the one before says. */
function firstSeat(before: string | undefined): string {
  if (before === undefined) return '1';
  const count = parseCount(before);
  return count.ok ? countText(count.value + 1) : '…';
}

function add(view: FormView): void {
  const { t, format } = view;
  const draft = view.now();
  if (draft.tiers.length >= MOST_ROWS) {
    view.moveOn('add-tier', fullText(view, 'tiers'));
    return;
  }
  const before = draft.tiers.at(-1);
  const next = addTier(draft);
  const added = next.tiers.at(-1);
  view.edit(next);
  // An open tier that is not the last any more needs its bound first.
  const goOn = before?.upTo.trim() === '' ? before : added;
  view.moveOn(tierField(goOn?.id ?? 0, 'upTo'), t.tiers.added(t.place(draft.tiers.length, format)));
}

function remove(view: FormView, id: number): void {
  const { t, format } = view;
  const draft = view.now();
  const index = draft.tiers.findIndex((tier) => tier.id === id);
  const next = removeTier(draft, id);
  view.edit(next);
  const near = next.tiers[Math.min(index, next.tiers.length - 1)];
  view.moveOn(
    near ? tierField(near.id, 'upTo') : 'add-tier',
    t.tiers.removed(t.place(index, format)),
  );
}
