import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { notes, wire } from './field.js';

export interface SegmentOption<Value extends string> {
  value: Value;
  label: string;
  /** A quiet word beside it, for example 9折. */
  hint?: string;
  disabled?: boolean;
}

export interface Segmented<Value extends string> {
  /** Unique in its shadow root; also the name of the radio group. */
  id: string;
  legend: string;
  /** Keeps the legend for assistive technology alone. */
  hideLegend?: boolean;
  options: readonly SegmentOption<Value>[];
  /** null when none is chosen. */
  value: Value | null;
  help?: string | undefined;
  issues?: readonly string[];
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One of a few: a native radio group drawn as buttons in a row. */
export function segmented<Value extends string>({
  id,
  legend,
  hideLegend = false,
  options,
  value,
  help,
  issues = [],
  disabled = false,
  onChange,
}: Segmented<Value>): TemplateResult {
  const { describedBy } = wire(id, help, issues);
  return html`<fieldset
    class="field"
    id=${id}
    aria-describedby=${ifDefined(describedBy)}
    ?disabled=${disabled}
  >
    <legend class="field-label ${hideLegend ? 'visually-hidden' : ''}">${legend}</legend>
    <div class="segmented-options">
      ${options.map(
        (option) =>
          html`<label class="segment">
            <input
              type="radio"
              name=${id}
              value=${option.value}
              .checked=${option.value === value}
              ?disabled=${option.disabled ?? false}
              @change=${() => onChange(option.value)}
            />
            <span class="segment-face">
              ${option.label}
              ${option.hint ? html`<span class="segment-hint">${option.hint}</span>` : nothing}
            </span>
          </label>`,
      )}
    </div>
    ${notes(id, help, issues)}
  </fieldset>`;
}
