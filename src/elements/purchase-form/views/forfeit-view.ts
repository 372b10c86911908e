import { html, type TemplateResult } from 'lit';
import type { Quote } from '../../../domain/index.js';
import { choice } from '../../../ui/templates/choice.js';
import { money, type ViewContext } from './view-context.js';

export interface ForfeitBox {
  id: string;
  accepted: boolean;
  /** Submitting was tried without it. */
  missing: boolean;
  onAccept: (accepted: boolean) => void;
}

/** The box that accepts what the order takes away, in numbers. */
export function forfeitView(
  context: ViewContext,
  quote: Quote,
  { id, accepted, missing, onAccept }: ForfeitBox,
): TemplateResult {
  return html`
    <div class="accept">
      ${choice({
        id,
        label: loss(context, quote),
        checked: accepted,
        issues: missing ? [context.t.forfeit.required] : [],
        onChange: onAccept,
      })}
    </div>
  `;
}

function loss(context: ViewContext, { creditForfeited, endsEarlierDays, endsAt }: Quote): string {
  const { t, format } = context;
  const amount = money(context, creditForfeited);
  const date = format.date(endsAt);
  if (endsEarlierDays === 0) return t.forfeit.credit(amount);
  if (creditForfeited === 0) return t.forfeit.earlier(endsEarlierDays, date, format);
  return t.forfeit.both(amount, endsEarlierDays, date, format);
}
