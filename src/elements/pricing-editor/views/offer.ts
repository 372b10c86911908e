import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { segmented } from '../../../ui/templates/segmented.js';
import { stepListOf, type OfferKind, type StepDraft, type StepList } from '../draft/draft.js';
import { addStep, changeStep, removeStep } from '../draft/edit.js';
import { parsePercent } from '../draft/text.js';
import { stepField } from '../places.js';
import { mostGiftDays } from '../words.js';
import { addButton, cell, keyOf, removeButton, rowIssues, type Place } from './cell.js';
import { fullText, issuesAt, MOST_ROWS, type FormView } from './view.js';

/** What longer terms earn: nothing, a discount or days, and from how long on. */
export function offerView(view: FormView): TemplateResult {
  const { t, draft, editable, edit } = view;
  const list = stepListOf(draft);
  const limit = draft.offer === 'gift' ? t.offer.limitGift : t.offer.limitDiscount;
  return html`<section>
    ${segmented<OfferKind>({
      id: 'offer',
      legend: t.offer.legend,
      options: [
        { value: 'none', label: t.offer.none },
        { value: 'discount', label: t.offer.discount },
        { value: 'gift', label: t.offer.gift },
      ],
      value: draft.offer,
      help: list ? limit : undefined,
      issues: issuesAt(view, 'offer'),
      disabled: !editable,
      onChange: (offer) => edit({ ...draft, offer }),
    })}
    ${list ? stepsView(view, list) : nothing}
  </section>`;
}

function stepsView(view: FormView, list: StepList): TemplateResult {
  const { t, format, draft, editable, aids } = view;
  const steps = draft[list];
  const rows = repeat(
    steps,
    ({ id }) => id,
    (step, index) => {
      const places = placesOf(view, step.id);
      const mark = aids?.markOf(list, step.id, index) ?? '';
      return guard(
        [step, index, list, mark, keyOf(places), draft.cycle, editable, t, format, aids?.t],
        () => stepRow(view, { list, step, index, mark, places }),
      );
    },
  );
  const full = steps.length < MOST_ROWS ? '' : fullText(view, 'steps');
  return html`<div class="rows steps">
    <div class="row-list">${rows}</div>
    ${rowIssues([{ id: 'steps', issues: issuesAt(view, 'steps') }])}
    ${editable ? addButton('add-step', t.offer.add, full, () => add(view, list)) : nothing}
  </div>`;
}

function placesOf(view: FormView, id: number): readonly Place[] {
  const ids = [stepField(id, 'minCycles'), stepField(id, 'benefit'), `step-${id}`];
  return ids.map((at) => ({ id: at, issues: issuesAt(view, at) }));
}

interface Row {
  list: StepList;
  step: StepDraft;
  index: number;
  mark: string;
  places: readonly Place[];
}

function stepRow(view: FormView, { list, step, index, mark, places }: Row): TemplateResult {
  const { t, format, draft, editable, aids } = view;
  const { id } = step;
  const place = t.place(index, format);
  const isDiscount = list === 'discountSteps';
  const [ofLength, ofBenefit, ofRow] = places.map(({ issues }) => issues);
  const change = (part: Partial<StepDraft>) => view.edit(changeStep(view.now(), list, id, part));
  return html`<div
    class="row ${mark}"
    role="group"
    aria-label=${t.offer.row(place)}
    @keydown=${(event: KeyboardEvent) => {
      if (editable) aids?.onKeydown(view, list, id, event);
    }}
  >
    <span class="from">
      ${editable ? aids?.grip(view, list, id, index) : nothing}
      <span aria-hidden="true">${t.offer.from}</span>
    </span>
    ${cell({
      id: stepField(id, 'minCycles'),
      label: t.offer.minCycles(place),
      value: step.minCycles,
      inputMode: 'numeric',
      issues: ofLength ?? [],
      suffix: t.quotes.cycleNames[draft.cycle],
      disabled: !editable,
      onInput: (text) => change({ minCycles: text }),
    })}
    <span class="muted" aria-hidden="true">${isDiscount ? t.offer.pay : t.offer.give}</span>
    ${cell({
      id: stepField(id, 'benefit'),
      label: isDiscount ? t.offer.percent(place) : t.offer.days(place),
      value: step.benefit,
      inputMode: isDiscount ? 'decimal' : 'numeric',
      issues: [...(ofBenefit ?? []), ...(ofRow ?? [])],
      suffix: isDiscount ? '%' : t.trial.unit,
      disabled: !editable,
      onInput: (text) => change({ benefit: text }),
    })}
    <span class="muted hint">${isDiscount ? discountHint(view, step) : giftHint(view, step)}</span>
    ${editable ? removeButton(t.offer.remove(place), false, () => remove(view, list, id)) : nothing}
    ${rowIssues(places)}
  </div>`;
}

/** What a percentage is called in shops: 90 is 9折. */
function discountHint({ t, format }: FormView, { benefit }: StepDraft): string {
  const percent = parsePercent(benefit);
  return percent >= 70 && percent < 100 && Number(percent.toFixed(2)) === percent
    ? t.quotes.discount(percent, format)
    : '';
}

function giftHint({ t, format, draft }: FormView, { minCycles }: StepDraft): string {
  const most = mostGiftDays(draft, minCycles);
  return most === null ? '' : t.offer.most(t.quotes.days(most, format));
}

function add(view: FormView, list: StepList): void {
  const { t, format } = view;
  const draft = view.now();
  if (draft[list].length >= MOST_ROWS) {
    view.moveOn('add-step', fullText(view, 'steps'));
    return;
  }
  const next = addStep(draft, list);
  const added = next[list].at(-1);
  view.edit(next);
  const place = t.place(draft[list].length, format);
  view.moveOn(stepField(added?.id ?? 0, 'minCycles'), t.offer.added(place));
}

function remove(view: FormView, list: StepList, id: number): void {
  const { t, format } = view;
  const draft = view.now();
  const index = draft[list].findIndex((step) => step.id === id);
  const next = removeStep(draft, list, id);
  view.edit(next);
  const near = next[list][Math.min(index, next[list].length - 1)];
  const focus = near ? stepField(near.id, 'minCycles') : 'add-step';
  view.moveOn(focus, t.offer.removed(t.place(index, format)));
}
