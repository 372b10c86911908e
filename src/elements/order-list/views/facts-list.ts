import { html, nothing, type TemplateResult } from 'lit';

/** A name and what it is; without the latter it is left out. */
export type Fact = readonly [label: string, value: unknown];

/** Facts as a list of names and values. */
export function factsList(facts: readonly Fact[]): TemplateResult {
  return html`<dl class="facts">
    ${facts.map(([label, value]) =>
      value
        ? html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}
