import { html, nothing, type TemplateResult } from 'lit';
import type { TrustContext } from '../trust/context.js';
import { nextStep } from '../trust/next-step.js';

/** What can be opened. */
export type Tool = 'history' | 'templates' | 'import' | 'export';

/** What comes next or is in force, and what can be done with the policy as a whole. */
export function toolsView(context: TrustContext, onOpen: (tool: Tool) => void): TemplateResult {
  const { w, facts, editable } = context;
  const tools: Tool[] = [
    ...(facts && mayReadVersions(context) ? ['history' as const] : []),
    ...(editable ? ['templates' as const, 'import' as const] : []),
    'export',
  ];
  return html`<div class="tools">
    <div class="standing">${standing(context)}</div>
    <div class="tool-buttons" role="group" aria-label=${w.tools.label}>
      ${tools.map(
        (tool) =>
          html`<button
            class="button quiet"
            type="button"
            id="open-${tool}"
            @click=${() => onOpen(tool)}
          >
            ${w.tools[tool]}
          </button>`,
      )}
    </div>
  </div>`;
}

/** The backend tells the versions to the provider and the operator alone. */
function mayReadVersions({ facts }: TrustContext): boolean {
  const role = facts?.session.role;
  return role === 'provider' || role === 'operator';
}

function standing(context: TrustContext): TemplateResult | typeof nothing {
  const { w, facts, format } = context;
  if (!facts) return nothing;
  const { published } = facts;
  return html`<p id="next-step">${nextStep(context, facts)}</p>
    ${
      published
        ? html`<p class="muted">
            ${w.tools.inForce(
              published.version,
              published.publishedBy.userName,
              format.dateTime(published.publishedAt),
            )}
          </p>`
        : nothing
    }`;
}
