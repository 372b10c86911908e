import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Wiring } from './field.js';
import { icon } from './icon.js';

export interface NumberField {
  wiring: Wiring;
  /** The text as typed; never rewritten while somebody types. */
  value: string;
  /** The word after it, for example 人. */
  unit?: string;
  disabled?: boolean;
  onInput: (text: string) => void;
  /** Adds the buttons − and +, and the arrow keys. */
  steps?: {
    decreaseLabel: string;
    increaseLabel: string;
    canDecrease: boolean;
    canIncrease: boolean;
    onStep: (direction: 1 | -1) => void;
  };
}

/**
 * A quantity as a text field, so that what is typed stays and is announced as it is: a native spin button may be read as a percentage.
 */
export function numberField({
  wiring,
  value,
  unit,
  disabled = false,
  onInput,
  steps,
}: NumberField): TemplateResult {
  const onKeydown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
    if (!steps || direction === null) return;
    event.preventDefault();
    if (direction > 0 ? steps.canIncrease : steps.canDecrease) steps.onStep(direction);
  };
  const button = (direction: 1 | -1, label: string, enabled: boolean) =>
    html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      aria-controls=${wiring.id}
      ?disabled=${disabled || !enabled}
      @click=${() => steps?.onStep(direction)}
    >
      ${icon(direction > 0 ? 'plus' : 'minus')}
    </button>`;
  return html`<div class="number">
    <div class="input-group">
      ${steps ? button(-1, steps.decreaseLabel, steps.canDecrease) : nothing}
      <input
        class="input"
        id=${wiring.id}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby=${ifDefined(wiring.describedBy)}
        aria-invalid=${wiring.invalid}
        .value=${value}
        ?disabled=${disabled}
        @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
        @keydown=${onKeydown}
      />
      ${steps ? button(1, steps.increaseLabel, steps.canIncrease) : nothing}
    </div>
    ${unit ? html`<span class="muted">${unit}</span>` : nothing}
  </div>`;
}
