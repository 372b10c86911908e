import { html, nothing, type TemplateResult } from 'lit';
import { maxCycles } from '../../../domain/index.js';
import { field } from '../../../ui/templates/field.js';
import { numberField } from '../../../ui/templates/number-field.js';
import { segmented } from '../../../ui/templates/segmented.js';
import { termAdvice, waysOut } from '../advice.js';
import type { Composition } from '../composition.js';
import { perSeatDay, type TermChoice } from '../term-choices.js';
import { fieldIssues } from './field-issues.js';
import { adviceView, waysView, type TakeHandlers } from './take-view.js';
import { money, type ViewContext } from './view-context.js';

export interface TermHandlers extends TakeHandlers {
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
        options: terms.map((choice) => ({
          value: String(choice.cycles),
          label: t.quotes.cycles(choice.cycles, policy.cycle, format),
          hint: [...gain(context, choice), ...outcome(context, choice)].join('\n'),
        })),
        value: draft.cycles.trim(),
        onChange: handlers.onCycles,
      })}
    </div>
    ${complete ? nothing : otherTerm(context, composition, issues, handlers)}
    ${betterView(context, composition, handlers)}
  `;
}

function betterView(context: ViewContext, composition: Composition, handlers: TermHandlers) {
  const ways = waysOut(composition, 'cycles');
  const better = termAdvice(composition);
  if (!better && ways.length === 0) return nothing;
  const { t, format } = context;
  return html`
    <div class="extras">
      ${waysView(context, composition, ways, handlers)}
      ${
        better
          ? adviceView(
              context,
              composition,
              t.advice.longer(
                t.quotes.cycles(better.cycles, composition.policy.cycle, format),
                money(context, better.perSeatDay),
              ),
              better.take,
              handlers,
            )
          : nothing
      }
    </div>
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
function gain(context: ViewContext, { giftDays, payPercent, saves }: TermChoice): string[] {
  const { t, format } = context;
  if (giftDays > 0) return [t.quotes.gift(giftDays, format)];
  if (payPercent === null) return [];
  const discount = t.quotes.discount(payPercent, format);
  return saves > 0 ? [discount, t.term.saves(money(context, saves))] : [discount];
}

/** What a length comes to: the price of a seat and day, and the end it leads to. */
function outcome(context: ViewContext, { quote }: TermChoice): string[] {
  if (!quote) return [];
  const { t, format } = context;
  const daily = t.term.perSeatDay(money(context, perSeatDay(quote)));
  return [daily, t.term.until(format.date(quote.endsAt))];
}
