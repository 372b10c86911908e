import { html, nothing, type TemplateResult } from 'lit';
import type { Policy } from '../../../domain/index.js';
import { quoteLines } from '../../../ui/templates/quote-lines.js';
import { forfeitOf } from '../forfeit.js';
import type { QuoteChange } from '../order-placement.js';
import { forfeitView } from './forfeit-view.js';
import { money, type ViewContext } from './view-context.js';

export interface ChangedModel extends QuoteChange {
  policy: Policy;
  accepted: boolean;
  acceptanceMissing: boolean;
  pending: boolean;
}

export interface ChangedHandlers {
  onConfirm: () => void;
  onDismiss: () => void;
  onAccept: (accepted: boolean) => void;
}

/** The price that was shown and the one that is, side by side, to be confirmed again. */
export function changedView(
  context: ViewContext,
  { before, after, policy, accepted, acceptanceMissing, pending }: ChangedModel,
  { onConfirm, onDismiss, onAccept }: ChangedHandlers,
): TemplateResult {
  const { t, format } = context;
  const rows = [
    [t.quotes.due, money(context, before.payable), money(context, after.payable)],
    [t.changed.end, format.dateTime(before.endsAt), format.dateTime(after.endsAt)],
  ] as const;
  return html`
    <section class="changed" aria-labelledby="changed-title">
      <h2 id="changed-title" tabindex="-1">${t.changed.title}</h2>
      <p class="muted">${t.changed.text}</p>
      <table class="table">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${t.changed.before}</th>
            <th scope="col">${t.changed.after}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, old, fresh]) => html`
              <tr>
                <th scope="row">${name}</th>
                <td class=${old === fresh ? '' : 'was'}>${old}</td>
                <td class="strong">${fresh}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
      <h3>${t.quotes.breakdown}</h3>
      ${quoteLines(after, t.quotes, { format, currency: context.currency, cycle: policy.cycle })}
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
          @click=${onConfirm}
        >
          ${t.changed.confirm(money(context, after.payable))}
        </button>
        <button type="button" class="button" @click=${onDismiss}>${t.changed.back}</button>
      </div>
    </section>
  `;
}
