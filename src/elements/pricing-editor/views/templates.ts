import { html, nothing, type TemplateResult } from 'lit';
import { dialog } from '../../../ui/templates/dialog.js';
import { assess } from '../assess.js';
import { BLANK_DRAFT } from '../draft/draft.js';
import type { TrustContext } from '../trust/context.js';
import { TEMPLATE_NAMES, withTemplate, type TemplateName } from '../trust/templates.js';
import { contextOf } from '../change-words.js';

type OnUse = (name: TemplateName) => void;

/** Models to begin with, each with a line that says what it would charge. */
export function templateCards(context: TrustContext, onUse: OnUse): TemplateResult {
  const { w } = context;
  return html`<ul class="cards">
    ${TEMPLATE_NAMES.map(
      (name) =>
        html`<li>
          <button class="card" type="button" id="template-${name}" @click=${() => onUse(name)}>
            <strong>${w.templates[name].title}</strong>
            <span>${w.templates[name].hint}</span>
            <span class="muted">${picture(context, name)}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}

export function templatesDialog(
  context: TrustContext,
  { open, onUse, onClose }: { open: boolean; onUse: OnUse; onClose: () => void },
): TemplateResult {
  const { t, w } = context;
  return dialog({
    id: 'templates-dialog',
    open,
    heading: w.templates.title,
    body: html`<p>${w.templates.text}</p>
      ${open ? templateCards(context, onUse) : nothing}`,
    closeLabel: t.common.close,
    onClose,
  });
}

/** What a template charges, in the words of a list of differences. */
function picture({ host, t, w, format }: TrustContext, name: TemplateName): string {
  const { cycle } = host.desk.draft;
  const { policy } = assess(withTemplate({ ...BLANK_DRAFT, cycle }, name));
  if (!policy) return '';
  const prices = contextOf(policy, format);
  const { rule } = policy;
  return rule.type === 'per-seat'
    ? t.changes.rule(rule, prices)
    : rule.tiers.map((tier) => t.changes.tier(tier, prices)).join(w.templates.between);
}
