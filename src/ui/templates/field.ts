import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';

/** What a control needs from the field around it. Bind all three. */
export interface Wiring {
  id: string;
  /** For `aria-describedby`; absent when there is nothing to describe it. */
  describedBy: string | undefined;
  /** For `aria-invalid`. */
  invalid: boolean;
}

export interface Field {
  /** Unique in its shadow root. */
  id: string;
  label: string;
  help?: string | undefined;
  /** What is wrong with it, each a sentence. */
  issues?: readonly string[];
  /** The word beside the label of a field that may stay empty. */
  optional?: string;
  control: (wiring: Wiring) => unknown;
}

/** A label, its control, help and what is wrong, tied together for assistive technology. */
export function field({ id, label, help, issues = [], optional, control }: Field): TemplateResult {
  return html`<div class="field">
    <label class="field-label" for=${id}>
      ${label}${optional ? html`<span class="muted">${optional}</span>` : nothing}
    </label>
    ${control(wire(id, help, issues))} ${notes(id, help, issues)}
  </div>`;
}

/** Ties a control to its notes. */
export function wire(id: string, help: string | undefined, issues: readonly string[]): Wiring {
  const describedBy = [issues.length > 0 && `${id}-issues`, help && `${id}-help`]
    .filter(Boolean)
    .join(' ');
  return { id, describedBy: describedBy || undefined, invalid: issues.length > 0 };
}

/** Help and issues of the control `id`. The list of issues is always there, so that a new one is announced. */
export function notes(
  id: string,
  help: string | undefined,
  issues: readonly string[],
): TemplateResult {
  return html`<ul
      class="field-issues"
      id="${id}-issues"
      aria-live="polite"
      ?hidden=${issues.length === 0}
    >
      ${issues.map((issue) => html`<li>${icon('danger')}<span>${issue}</span></li>`)}
    </ul>
    ${help ? html`<div class="field-help" id="${id}-help">${help}</div>` : nothing}`;
}
