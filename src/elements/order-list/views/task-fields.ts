import { html, nothing, type TemplateResult } from 'lit';
import type { FieldName } from '../../../locales/order-details/strings.js';
import { field } from '../../../ui/templates/field.js';
import { icon } from '../../../ui/templates/icon.js';
import { moneyField } from '../../../ui/templates/money-field.js';
import { segmented, type SegmentOption } from '../../../ui/templates/segmented.js';
import type { TaskContext } from './details-context.js';

export interface TextField {
  name: FieldName;
  label: string;
  help?: string;
  optional?: boolean;
  multiline?: boolean;
  /** A hint for autofill, such as `organization`. */
  autocomplete?: string;
}

/** A text of the draft, with what is wrong or doubtful about it. */
export function textField(
  { name, label, help, optional = false, multiline = false, autocomplete = 'off' }: TextField,
  view: TaskContext,
): TemplateResult {
  const { t, flow } = view;
  const value = flow.draft[name] ?? '';
  const warnings = notesOf(flow.warningsOf(name), label, view);
  const onInput = (event: Event) =>
    flow.type(name, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  const onBlur = () => leave(name, view);
  return field({
    id: `task-${name}`,
    label,
    help,
    issues: issuesOf(name, label, view),
    ...(optional ? { optional: t.common.optional } : {}),
    control: ({ id, describedBy, invalid }) => {
      const described = [describedBy, warnings.length > 0 && `${id}-warning`]
        .filter(Boolean)
        .join(' ');
      const control = multiline
        ? html`<textarea
            class="input"
            id=${id}
            rows="4"
            aria-describedby=${described || nothing}
            aria-invalid=${invalid}
            aria-required=${!optional}
            .value=${value}
            @input=${onInput}
            @blur=${onBlur}
          ></textarea>`
        : html`<input
            class="input"
            id=${id}
            type="text"
            autocomplete=${autocomplete}
            aria-describedby=${described || nothing}
            aria-invalid=${invalid}
            aria-required=${!optional}
            .value=${value}
            @input=${onInput}
            @blur=${onBlur}
          />`;
      return html`${control}
        <div id="${id}-warning" role="status">
          ${warnings.map(
            (text) => html`<p class="field-warning">${icon('warning')}<span>${text}</span></p>`,
          )}
        </div>`;
    },
  });
}

/** An amount of money. */
export function amountField(
  { label, help, currency }: { label: string; help?: string; currency: string },
  view: TaskContext,
): TemplateResult {
  const { format, flow } = view;
  const symbol = format.moneyParts(0, currency).find(({ type }) => type === 'currency');
  return field({
    id: 'task-amount',
    label,
    help,
    issues: issuesOf('amount', label, view),
    control: (wiring) =>
      moneyField({
        wiring,
        value: flow.draft.amount ?? '',
        symbol: symbol?.value ?? currency,
        onInput: (text) => flow.type('amount', text),
        onChange: () => flow.leave('amount'),
      }),
  });
}

/** A day or a time, as the browser lets people choose one. */
export function clockField(
  {
    name,
    type,
    label,
    help,
    optional = false,
  }: {
    name: FieldName;
    type: 'date' | 'time';
    label: string;
    help?: string;
    optional?: boolean;
  },
  view: TaskContext,
): TemplateResult {
  const { t, flow } = view;
  return field({
    id: `task-${name}`,
    label,
    help,
    issues: issuesOf(name, label, view),
    ...(optional ? { optional: t.common.optional } : {}),
    control: ({ id, describedBy, invalid }) =>
      html`<input
        class="input"
        id=${id}
        type=${type}
        aria-describedby=${describedBy ?? nothing}
        aria-invalid=${invalid}
        aria-required=${!optional}
        .value=${flow.draft[name] ?? ''}
        @input=${(event: Event) => flow.type(name, (event.target as HTMLInputElement).value)}
        @blur=${() => leave(name, view)}
      />`,
  });
}

/** One of a few words. */
export function choiceField<Value extends string>(
  name: FieldName | 'type',
  legend: string,
  options: readonly SegmentOption<Value>[],
  view: TaskContext,
): TemplateResult {
  const { flow } = view;
  const value = options.find((option) => option.value === flow.draft[name])?.value ?? null;
  return segmented({
    id: `task-${name}`,
    legend,
    options,
    value,
    issues: issuesOf(name, legend, view),
    onChange: (chosen) => flow.type(name, chosen),
  });
}

export function issuesOf(name: FieldName | 'type', label: string, view: TaskContext): string[] {
  return notesOf(view.flow.faultsOf(name), label, view);
}

function notesOf(
  faults: ReturnType<TaskContext['flow']['faultsOf']>,
  label: string,
  { t, format }: TaskContext,
): string[] {
  return faults.map(({ code, max = 0 }) => t.issues[code](label, max, format));
}

/** An untouched field that is only passed by is not found fault with. */
function leave(name: FieldName, { flow }: TaskContext): void {
  if (flow.draft[name]) flow.leave(name);
}
