import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Wiring } from './field.js';

export interface MoneyField {
  wiring: Wiring;
  /** The text as typed, in major units. */
  value: string;
  /** For example ¥. */
  symbol: string;
  disabled?: boolean;
  onInput: (text: string) => void;
  /** When the field is left, for example to print the amount in full. */
  onChange?: () => void;
}

/** An amount as typed, with its currency before it. */
export function moneyField({
  wiring,
  value,
  symbol,
  disabled = false,
  onInput,
  onChange,
}: MoneyField): TemplateResult {
  return html`<div class="input-group">
    <span class="affix">${symbol}</span>
    <input
      class="input"
      id=${wiring.id}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-describedby=${ifDefined(wiring.describedBy)}
      aria-invalid=${wiring.invalid}
      .value=${value}
      ?disabled=${disabled}
      @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
      @change=${() => onChange?.()}
    />
  </div>`;
}
