import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { notes, wire } from './field.js';

export interface Choice {
  /** Unique in its shadow root. */
  id: string;
  label: unknown;
  checked: boolean;
  help?: string | undefined;
  issues?: readonly string[];
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A checkbox with its label. */
export function choice({
  id,
  label,
  checked,
  help,
  issues = [],
  disabled = false,
  onChange,
}: Choice): TemplateResult {
  const { describedBy, invalid } = wire(id, help, issues);
  return html`<div class="choice">
    <input
      id=${id}
      type="checkbox"
      aria-describedby=${ifDefined(describedBy)}
      aria-invalid=${invalid}
      .checked=${checked}
      ?disabled=${disabled}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <label for=${id}>${label}</label>
    ${notes(id, help, issues)}
  </div>`;
}
