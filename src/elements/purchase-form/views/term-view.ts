import { html, nothing, type TemplateResult } from 'lit';
import { maxCycles } from '../../../domain/index.js';
import { field } from '../../../ui/templates/field.js';
import { numberField } from '../../../ui/templates/number-field.js';
import { segmented } from '../../../ui/templates/segmented.js';
import type { Composition } from '../composition.js';
import type { TermChoice } from '../term-choices.js';
import { fieldIssues } from './field-issues.js';
import { money, type ViewContext } from './view-context.js';

export interface TermHandlers {
  onCycles: (text: string) => void;
}

/** How long: the usual lengths with what each saves or gives, and any other where the usual ones leave some out. */
export function termView(
  context: ViewContext,
  composition: Composition,
  handlers: TermHandlers,
): TemplateResult | typeof nothing {
  const { t, format } = context;
  const { draft, policy, terms } = composition;
  if (terms.length === 0) return nothing;
  const issues = fieldIssues(context, composition, 'cycles');
  const complete = terms.length === maxCycles(policy.cycle) && issues.length === 0;
  return html`
    <div class="terms">
      ${segmented({
        id: 'cycles',
        legend: t.term.label,
        options: terms.map((choice) => {
          const hint = gain(context, choice);
          return {
            value: String(choice.cycles),
            label: t.quotes.cycles(choice.cycles, policy.cycle, format),
            ...(hint === null ? {} : { hint }),
          };
        }),
        value: draft.cycles.trim(),
        onChange: handlers.onCycles,
      })}
    </div>
    ${complete ? nothing : otherTerm(context, composition, issues, handlers)}
  `;
}

function otherTerm(
  { t, format }: ViewContext,
  { draft, policy }: Composition,
  issues: readonly string[],
  { onCycles }: TermHandlers,
) {
  const most = t.quotes.cycles(maxCycles(policy.cycle), policy.cycle, format);
  return field({
    id: 'other-cycles',
    label: t.term.other,
    help: t.term.otherHelp(most),
    issues,
    control: (wiring) =>
      numberField({
        wiring,
        value: draft.cycles,
        unit: t.term.unit[policy.cycle],
        onInput: onCycles,
      }),
  });
}

/** What a length brings: days on top, or the discount and what it saves at these seats. */
function gain(context: ViewContext, { giftDays, payPercent, saves }: TermChoice): string | null {
  const { t, format } = context;
  if (giftDays > 0) return t.quotes.gift(giftDays, format);
  if (payPercent === null) return null;
  const discount = t.quotes.discount(payPercent, format);
  return saves > 0 ? t.term.saves(discount, money(context, saves)) : discount;
}
