import { html, nothing, type TemplateResult } from 'lit';
import type { Quote, QuoteLine } from '../../../../domain/index.js';
import { badge } from '../../../../ui/templates/badge.js';
import { lineText } from '../../../../ui/texts.js';
import { forfeitOf } from '../../forfeit.js';
import type { QuoteChange } from '../../order-placement.js';
import { forfeitView } from '../../views/forfeit-view.js';
import { money } from '../../views/view-context.js';
import type { PaymentContext } from '../payment-context.js';
import { cycleOf, lineChanges, reasonOf, type LineChange } from '../quote-diff.js';

export interface ChangedModel extends QuoteChange {
  accepted: boolean;
  acceptanceMissing: boolean;
  pending: boolean;
}

export interface ChangedHandlers {
  onConfirm: () => void;
  onDismiss: () => void;
  onAccept: (accepted: boolean) => void;
}

/**
 * The price that was shown and the one that is, line by line, to be confirmed again or not. The roles of the table are named because
 * it is laid out otherwise in a narrow box, where browsers would forget them.
 */
export function changedView(
  context: PaymentContext,
  { before, after, accepted, acceptanceMissing, pending }: ChangedModel,
  { onConfirm, onDismiss, onAccept }: ChangedHandlers,
): TemplateResult {
  const { t } = context;
  return html`
    <section class="changed" part="changed" aria-labelledby="changed-title">
      <h2 id="changed-title" tabindex="-1">${t.changed.title}</h2>
      <p class="strong">${changeText(context, before, after)}</p>
      <p>${t.changed.why[reasonOf(before, after)]}</p>
      <p class="muted">${t.changed.text}</p>
      <table class="table" role="table">
        <thead>
          <tr role="row">
            <th role="columnheader">${t.changed.lines}</th>
            <th role="columnheader">${t.changed.before}</th>
            <th role="columnheader">${t.changed.after}</th>
          </tr>
        </thead>
        <tbody>
          ${lineChanges(before.lines, after.lines).map((each) => lineRow(context, each, before, after))}
          ${factRows(context, before, after)}
        </tbody>
      </table>
      ${
        forfeitOf(after) === null
          ? nothing
          : forfeitView(context, after, {
              id: 'accept-changed',
              accepted,
              missing: acceptanceMissing,
              onAccept,
            })
      }
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled=${pending ? 'true' : 'false'}
          aria-busy=${pending ? 'true' : 'false'}
          @click=${onConfirm}
        >
          ${t.changed.confirm(money(context, after.payable))}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled=${pending ? 'true' : 'false'}
          @click=${onDismiss}
        >
          ${t.changed.back}
        </button>
      </div>
    </section>
  `;
}

/** What the change comes to, in a sentence. */
function changeText(context: PaymentContext, before: Quote, after: Quote): string {
  const { changed } = context.t;
  const by = after.payable - before.payable;
  const due = money(context, after.payable);
  if (by === 0) return changed.same(due);
  return by > 0 ? changed.more(money(context, by), due) : changed.less(money(context, -by), due);
}

type Mark = LineChange['change'];

function row({ t }: PaymentContext, name: unknown, change: Mark, old: unknown, fresh: unknown) {
  const mark = change === 'none' ? nothing : badge('warning', t.changed.marks[change]);
  return html`
    <tr role="row" class=${change === 'none' ? '' : 'differs'}>
      <th role="rowheader">${name} ${mark}</th>
      <td role="cell">${old}</td>
      <td role="cell">${fresh}</td>
    </tr>
  `;
}

function lineRow(
  context: PaymentContext,
  { before, after, change }: LineChange,
  oldQuote: Quote,
  freshQuote: Quote,
) {
  const old = before && lineCell(context, before, oldQuote);
  const fresh = after && lineCell(context, after, freshQuote);
  const none = context.t.changed.nothing;
  return row(context, (fresh ?? old)?.label, change, old?.content ?? none, fresh?.content ?? none);
}

/** An amount with its operands, each in the unit of its own price. */
function lineCell(context: PaymentContext, line: QuoteLine, quote: Quote) {
  const { t, format, currency } = context;
  const words = { format, currency, cycle: cycleOf(quote) };
  const { label, operands } = lineText(t.quotes, line, words);
  const content = html`
    ${money(context, line.amount)}
    ${operands.map((operand) => html`<div class="quote-operands">${operand}</div>`)}
  `;
  return { label, content };
}

/** What is due, for how many, for how long, until when, and what is lost: shown where it is new or always of interest. */
function factRows(context: PaymentContext, before: Quote, after: Quote) {
  const { t, format } = context;
  const { changed, quotes } = t;
  const facts: [name: string, text: (quote: Quote) => string, always: boolean][] = [
    [quotes.due, ({ payable }) => money(context, payable), true],
    [changed.seats, ({ seats }) => quotes.seats(seats, format), false],
    [
      changed.time,
      ({ purchasedDays, giftDays }) => quotes.days(purchasedDays + giftDays, format),
      false,
    ],
    [changed.end, ({ endsAt }) => format.date(endsAt), true],
    [changed.lost, ({ creditForfeited }) => money(context, creditForfeited), false],
    [changed.earlier, ({ endsEarlierDays }) => quotes.days(endsEarlierDays, format), false],
  ];
  return facts.map(([name, text, always]) => {
    const [old, fresh] = [text(before), text(after)];
    if (old === fresh && !always) return nothing;
    return row(context, name, old === fresh ? 'none' : 'changed', old, fresh);
  });
}
