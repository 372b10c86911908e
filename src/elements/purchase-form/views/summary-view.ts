import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../contract/index.js';
import { remainingDays, type QuoteLine } from '../../../domain/index.js';
import { quoteLines } from '../../../ui/templates/quote-lines.js';
import { errorText, violationText } from '../../../ui/texts.js';
import { banner, errorBanner } from '../../../ui/templates/banner.js';
import { waysOut } from '../advice.js';
import { fieldOf, type Composition } from '../composition.js';
import { waysView, type TakeHandlers } from './take-view.js';
import { money, type ViewContext } from './view-context.js';

export interface SummaryModel {
  /** Whether the lines lie open where they would take too much room. */
  open: boolean;
  /** The order is being created. */
  pending: boolean;
  /** Why it could not be created. */
  error: BackendError | undefined;
}

/** What it costs, line by line, and the button that says the same number. On a phone the bar at the bottom. */
export function summaryView(
  context: ViewContext,
  composition: Composition,
  { open, pending, error }: SummaryModel,
  handlers: TakeHandlers & { onToggle: () => void },
): TemplateResult {
  const { onToggle } = handlers;
  const { t, format, currency } = context;
  const { policy, quote } = composition;
  const words = { format, currency, cycle: policy.cycle };
  const amount = quote ? money(context, quote.payable) : null;
  return html`
    <aside class="summary" part="summary" aria-labelledby="summary-title">
      <div class="lines ${open ? 'open' : ''}" id="lines">
        <h3 id="summary-title">${t.quotes.breakdown}</h3>
        ${quote ? quoteLines(quote, t.quotes, words, (line) => segmentText(context, composition, line)) : html`<p class="muted">${t.summary.none}</p>`}
        ${composition.violations
          .filter((violation) => fieldOf(violation) === null)
          .map((violation) => banner('warning', violationText(t.quotes, violation, words)))}
        ${waysView(context, composition, waysOut(composition, null), handlers)}
      </div>
      ${error ? errorBanner(errorText(t.errors, error)) : nothing}
      <div class="bar">
        <p class="total">
          <span>${t.quotes.due}</span>
          <strong class="amount due">${amount ?? '—'}</strong>
          <button
            type="button"
            class="link toggle"
            aria-expanded=${open ? 'true' : 'false'}
            aria-controls="lines"
            @click=${onToggle}
          >
            ${open ? t.summary.hide : t.summary.show}
          </button>
        </p>
        <button
          type="submit"
          class="button primary"
          aria-disabled=${amount === null || pending ? 'true' : 'false'}
          aria-busy=${pending ? 'true' : 'false'}
        >
          ${
            amount === null
              ? t.payment.title
              : quote?.payable === 0
                ? t.summary.settle(amount)
                : t.summary.pay(amount)
          }
        </button>
      </div>
    </aside>
  `;
}

/** Where several paid times are credited or filled up: which one a line is about. */
function segmentText(
  { t, format }: ViewContext,
  { live, now }: Composition,
  line: QuoteLine,
): string | null {
  if (!('orderId' in line) || live.length < 2) return null;
  const segment = live.find(
    (each) =>
      each.orderId === line.orderId &&
      remainingDays(each, now) === line.remainingDays &&
      ('value' in line ? each.value === line.value : each.termDays === line.termDays),
  );
  if (!segment) return null;
  return t.summary.segment(t.quotes.seats(segment.seats, format), format.date(segment.endsAt));
}
