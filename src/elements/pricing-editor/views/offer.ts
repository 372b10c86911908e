import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../../ui/templates/icon.js';
import { segmented } from '../../../ui/templates/segmented.js';
import { stepListOf, type OfferKind, type StepDraft, type StepList } from '../draft/draft.js';
import { addStep, changeStep, removeStep } from '../draft/edit.js';
import { parsePercent } from '../draft/text.js';
import { stepField } from '../places.js';
import { mostGiftDays } from '../words.js';
import { cell, removeButton, rowIssues } from './cell.js';
import { issuesAt, type FormView } from './view.js';

const MOST_STEPS = 100;

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
  const { t, draft, editable } = view;
  return html`<div class="rows steps">
    <div class="row-list">
      ${repeat(
        draft[list],
        ({ id }) => id,
        (step, index) => stepRow(view, list, step, index),
      )}
    </div>
    ${rowIssues([{ id: 'steps', issues: issuesAt(view, 'steps') }])}
    ${
      editable && draft[list].length < MOST_STEPS
        ? html`<button class="link" type="button" id="add-step" @click=${() => add(view, list)}>
            ${icon('plus')} ${t.offer.add}
          </button>`
        : nothing
    }
  </div>`;
}

function stepRow(view: FormView, list: StepList, step: StepDraft, index: number): TemplateResult {
  const { t, format, draft, editable, edit } = view;
  const { id } = step;
  const place = t.place(index, format);
  const isDiscount = list === 'discountSteps';
  const minCycles = stepField(id, 'minCycles');
  const benefit = stepField(id, 'benefit');
  const places = [minCycles, benefit, `step-${id}`].map((at) => ({
    id: at,
    issues: issuesAt(view, at),
  }));
  return html`<div class="row" role="group" aria-label=${t.offer.row(place)}>
    <span class="muted" aria-hidden="true">${t.offer.from}</span>
    ${cell({
      id: minCycles,
      label: t.offer.minCycles(place),
      value: step.minCycles,
      inputMode: 'numeric',
      issues: places[0]?.issues ?? [],
      suffix: t.quotes.cycleNames[draft.cycle],
      disabled: !editable,
      onInput: (text) => edit(changeStep(draft, list, id, { minCycles: text })),
    })}
    <span class="muted" aria-hidden="true">${isDiscount ? t.offer.pay : t.offer.give}</span>
    ${cell({
      id: benefit,
      label: isDiscount ? t.offer.percent(place) : t.offer.days(place),
      value: step.benefit,
      inputMode: isDiscount ? 'decimal' : 'numeric',
      issues: [...(places[1]?.issues ?? []), ...(places[2]?.issues ?? [])],
      suffix: isDiscount ? '%' : t.trial.unit,
      disabled: !editable,
      onInput: (text) => edit(changeStep(draft, list, id, { benefit: text })),
    })}
    <span class="muted hint">${isDiscount ? discountHint(view, step) : giftHint(view, step)}</span>
    ${
      editable
        ? removeButton(t.offer.remove(place), false, () => remove(view, list, index))
        : nothing
    }
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
  const { t, format, draft } = view;
  const next = addStep(draft, list);
  const added = next[list].at(-1);
  view.edit(next);
  const place = t.place(draft[list].length, format);
  view.moveOn(stepField(added?.id ?? 0, 'minCycles'), t.offer.added(place));
}

function remove(view: FormView, list: StepList, index: number): void {
  const { t, format, draft } = view;
  const step = draft[list][index];
  if (!step) return;
  const next = removeStep(draft, list, step.id);
  view.edit(next);
  const near = next[list][Math.min(index, next[list].length - 1)];
  const focus = near ? stepField(near.id, 'minCycles') : 'add-step';
  view.moveOn(focus, t.offer.removed(t.place(index, format)));
}
