import { html, nothing, type TemplateResult } from 'lit';
import type { Cycle, ExpansionMode, TierMode } from '../../../domain/index.js';
import { choice } from '../../../ui/templates/choice.js';
import { field, notes, type Field } from '../../../ui/templates/field.js';
import { moneyField } from '../../../ui/templates/money-field.js';
import { numberField } from '../../../ui/templates/number-field.js';
import { segmented } from '../../../ui/templates/segmented.js';
import type { Draft, TextField } from '../draft/draft.js';
import { offerView } from './offer.js';
import { tiersView } from './tiers.js';
import { issuesAt, symbolOf, type FormView } from './view.js';

/** Every item of a policy, in the order people decide about them. */
export function formView(view: FormView, launched: boolean): TemplateResult {
  return html`<div class="form">
    ${view.aids?.foreign(view)} ${trialView(view, launched)} ${cycleView(view)} ${ruleView(view)}
    ${offerView(view)} ${limitsView(view)} ${capView(view)} ${otherView(view)}
  </div>`;
}

function trialView(view: FormView, launched: boolean): TemplateResult {
  const { t, draft, editable, edit } = view;
  return html`<fieldset class="section">
    <legend>${t.trial.legend}</legend>
    <div class="fields">
      ${countField(view, 'trialDays', { id: 'trial-days', ...t.trial.days }, t.trial.unit)}
      <div class="stack">
        ${choice({
          id: 'extra-trial',
          label: t.trial.extra,
          checked: draft.extraTrial,
          disabled: !editable,
          onChange: (extraTrial) => edit({ ...draft, extraTrial }),
        })}
        ${
          draft.extraTrial
            ? countField(
                view,
                'extraDays',
                { id: 'extra-days', ...t.trial.extraDays },
                t.trial.unit,
              )
            : nothing
        }
      </div>
    </div>
    ${notes('trial', launched ? t.trial.launched : undefined, issuesAt(view, 'trial'))}
  </fieldset>`;
}

function cycleView(view: FormView): TemplateResult {
  const { t, draft, editable, edit } = view;
  return html`<section>
    ${segmented<Cycle>({
      id: 'cycle',
      legend: t.cycle.legend,
      options: [
        { value: 'year', label: t.cycle.options.year, hint: t.cycle.hints.year },
        { value: 'month', label: t.cycle.options.month, hint: t.cycle.hints.month },
      ],
      value: draft.cycle,
      issues: issuesAt(view, 'cycle'),
      disabled: !editable,
      onChange: (cycle) => edit({ ...draft, cycle }),
    })}
  </section>`;
}

function ruleView(view: FormView): TemplateResult {
  const { t, draft, editable, edit } = view;
  return html`<section>
    ${segmented<Draft['ruleType']>({
      id: 'rule-type',
      legend: t.rule.legend,
      options: [
        { value: 'per-seat', label: t.rule.perSeat },
        { value: 'tiered', label: t.rule.tiered },
      ],
      value: draft.ruleType,
      issues: issuesAt(view, 'rule-type'),
      disabled: !editable,
      onChange: (ruleType) => edit({ ...draft, ruleType }),
    })}
    ${
      draft.ruleType === 'per-seat'
        ? amountField(view, 'unitAmount', {
            id: 'unit-amount',
            label: t.rule.unitAmount(t.quotes.cycleNames[draft.cycle]),
          })
        : html`${segmented<TierMode>({
            id: 'mode',
            legend: t.rule.modeLegend,
            options: [
              { value: 'volume', label: t.rule.modes.volume },
              { value: 'graduated', label: t.rule.modes.graduated },
            ],
            value: draft.mode,
            help: t.rule.modeHelp[draft.mode],
            issues: issuesAt(view, 'mode'),
            disabled: !editable,
            onChange: (mode) => edit({ ...draft, mode }),
          })}
          ${view.aids?.example(view)} ${tiersView(view)}`
    }
  </section>`;
}

function limitsView(view: FormView): TemplateResult {
  const { t } = view;
  return html`<fieldset class="section">
    <legend>${t.limits.legend}</legend>
    <div class="fields">
      ${countField(view, 'minSeats', { id: 'min-seats', label: t.limits.min }, t.sample.unitSeats)}
      ${countField(view, 'maxSeats', { id: 'max-seats', label: t.limits.max }, t.sample.unitSeats)}
    </div>
    ${notes('seat-limits', t.limits.help, issuesAt(view, 'seat-limits'))}
  </fieldset>`;
}

function capView(view: FormView): TemplateResult {
  const { t, draft, editable, edit } = view;
  return html`<section>
    <div class="fields">
      ${amountField(view, 'capAmount', { id: 'cap-amount', ...t.cap.amount })}
      ${
        draft.capAmount.trim() === ''
          ? nothing
          : segmented<Draft['capPer']>({
              id: 'cap-per',
              legend: t.cap.perLegend,
              options: [
                { value: 'order', label: t.cap.per.order },
                { value: 'cycle', label: t.cap.per.cycle },
              ],
              value: draft.capPer,
              issues: issuesAt(view, 'cap-per'),
              disabled: !editable,
              onChange: (capPer) => edit({ ...draft, capPer }),
            })
      }
    </div>
  </section>`;
}

function otherView(view: FormView): TemplateResult {
  const { t, draft, editable, edit } = view;
  return html`<section>
    ${segmented<ExpansionMode>({
      id: 'expansion',
      legend: t.expansion.legend,
      options: [
        { value: 'new-term', label: t.expansion.options['new-term'] },
        { value: 'co-term', label: t.expansion.options['co-term'] },
      ],
      value: draft.expansion,
      help: t.expansion.help[draft.expansion],
      issues: issuesAt(view, 'expansion'),
      disabled: !editable,
      onChange: (expansion) => edit({ ...draft, expansion }),
    })}
    ${currencyField(view)}
  </section>`;
}

const COMMON_CURRENCIES = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'JPY', 'SGD'];

function currencyField(view: FormView): TemplateResult {
  const { t, draft, editable, edit } = view;
  return field({
    id: 'currency',
    ...t.currency,
    issues: issuesAt(view, 'currency'),
    control: ({ id, describedBy, invalid }) =>
      html`<input
          class="input short"
          id=${id}
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          list="currencies"
          aria-describedby=${describedBy ?? nothing}
          aria-invalid=${invalid}
          .value=${draft.currency}
          ?disabled=${!editable}
          @input=${(event: InputEvent) =>
            edit({ ...draft, currency: (event.target as HTMLInputElement).value })}
        />
        <datalist id="currencies">
          ${COMMON_CURRENCIES.map((code) => html`<option value=${code}></option>`)}
        </datalist>`,
  });
}

type Named = Pick<Field, 'id' | 'label' | 'help'>;

function countField(view: FormView, key: TextField, named: Named, unit: string): TemplateResult {
  const { draft, editable, edit } = view;
  return field({
    ...named,
    issues: issuesAt(view, named.id),
    control: (wiring) =>
      numberField({
        wiring,
        value: draft[key],
        unit,
        disabled: !editable,
        onInput: (text) => edit({ ...draft, [key]: text }),
      }),
  });
}

function amountField(view: FormView, key: TextField, named: Named): TemplateResult {
  const { draft, editable, edit } = view;
  return field({
    ...named,
    issues: issuesAt(view, named.id),
    control: (wiring) =>
      moneyField({
        wiring,
        value: draft[key],
        symbol: symbolOf(view),
        disabled: !editable,
        onInput: (text) => edit({ ...draft, [key]: text }),
      }),
  });
}
