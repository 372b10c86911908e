import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { wire } from '../../../ui/templates/field.js';
import { icon } from '../../../ui/templates/icon.js';

export interface Cell {
  id: string;
  /** What screen readers call it; the column names it to the eye. */
  label: string;
  value: string;
  inputMode: 'numeric' | 'decimal';
  issues: readonly string[];
  /** Shown in it while it is blank. */
  placeholder?: string;
  prefix?: string;
  suffix?: string;
  disabled: boolean;
  onInput: (text: string) => void;
}

/** A field in a row: its column says what it is, its issues stand below the row. */
export function cell(options: Cell): TemplateResult {
  const { id, label, value, issues, prefix, suffix, placeholder = '', disabled } = options;
  const { describedBy, invalid } = wire(id, undefined, issues);
  return html`<span class="input-group ${prefix ? 'price' : ''}">
    ${prefix ? html`<span class="affix">${prefix}</span>` : nothing}
    <input
      class="input"
      id=${id}
      type="text"
      inputmode=${options.inputMode}
      autocomplete="off"
      aria-label=${label}
      aria-describedby=${ifDefined(describedBy)}
      aria-invalid=${invalid}
      placeholder=${placeholder}
      .value=${value}
      ?disabled=${disabled}
      @input=${(event: InputEvent) => options.onInput((event.target as HTMLInputElement).value)}
    />
    ${suffix ? html`<span class="affix end">${suffix}</span>` : nothing}
  </span>`;
}

/** What is wrong at a place in a row. */
export interface Place {
  id: string;
  issues: readonly string[];
}

/** Tells whether what is wrong in a row has changed. */
export function keyOf(places: readonly Place[]): string {
  return places.map(({ issues }) => issues.join('\n')).join('\t');
}

/** What is wrong in a row, cell by cell; each list is tied to its cell. */
export function rowIssues(places: readonly Place[]): TemplateResult {
  return html`<div class="row-issues">
    ${places.map(
      ({ id, issues }) =>
        html`<ul
          class="field-issues"
          id="${id}-issues"
          aria-live="polite"
          ?hidden=${issues.length === 0}
        >
          ${issues.map((issue) => html`<li>${icon('danger')}<span>${issue}</span></li>`)}
        </ul>`,
    )}
  </div>`;
}

/** Takes a row away. */
export function removeButton(
  label: string,
  disabled: boolean,
  onRemove: () => void,
): TemplateResult {
  return html`<button
    class="icon-button"
    type="button"
    aria-label=${label}
    title=${label}
    ?disabled=${disabled}
    @click=${onRemove}
  >
    ${icon('trash')}
  </button>`;
}

/** Adds a row. It stays where the table is full, and says why it does nothing. */
export function addButton(
  id: string,
  label: string,
  full: string,
  onAdd: () => void,
): TemplateResult {
  return html`<button
      class="link"
      type="button"
      id=${id}
      aria-disabled=${full !== ''}
      aria-describedby=${full === '' ? nothing : `${id}-help`}
      @click=${onAdd}
    >
      ${icon('plus')} ${label}
    </button>
    ${full === '' ? nothing : html`<p class="field-help" id="${id}-help">${full}</p>`}`;
}
