import { html, nothing, type TemplateResult } from 'lit';
import type { Order, PaymentAttempt } from 'seatkit/backend';
import { startPage, type Page } from './shared/page.js';

/** A payment with the order that it is for. */
interface Payment {
  order: Order;
  attempt: PaymentAttempt;
}

const query = new URLSearchParams(location.search);
const number = query.get('number') ?? '';
let payment: Payment | 'unknown' | null = null;

/** Where to go back to: only a page of this demo. */
function returnUrl(): string | null {
  const asked = query.get('return');
  if (asked === null) return null;
  const url = new URL(asked, location.href);
  return url.origin === location.origin ? url.href : null;
}

/** A payment is for one of the newest orders. */
async function find({ backend }: Page): Promise<Payment | 'unknown'> {
  const { items } = await backend.simulation.as('operator').orders({ limit: 200 }, null);
  for (const order of items) {
    const attempt = order.payments.find((one) => one.number === number);
    if (attempt) return { order, attempt };
  }
  return 'unknown';
}

/** Does something to the payment, and looks at what became of it. */
function act(page: Page, step: () => Promise<unknown>): void {
  void step()
    .then(
      () => find(page),
      () => 'unknown' as const,
    )
    .then((found) => {
      payment = found;
      page.redraw();
    });
}

function printed({ order, attempt }: Payment, lang: string): string {
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency: order.currency });
  const { maximumFractionDigits = 0 } = format.resolvedOptions();
  return format.format(attempt.amount / 10 ** maximumFractionDigits);
}

function buttons(page: Page, { attempt }: Payment): TemplateResult | typeof nothing {
  const { backend, words: w } = page;
  const { gateway } = backend.simulation;
  if (['succeeded', 'closed', 'revoked'].includes(attempt.state)) return nothing;
  return html`
    <div class="actions">
      ${
        attempt.method === 'bank-transfer'
          ? html`<button
              class="button primary"
              @click=${() => act(page, () => gateway.advanceTransfer(number))}
            >
              ${w.pay.advance}
            </button>`
          : html`<button
              class="button primary"
              @click=${() => act(page, () => gateway.pay(number))}
            >
              ${w.pay.pay}
            </button>`
      }
      <button class="button" @click=${() => act(page, () => gateway.fail(number))}>
        ${w.pay.close}
      </button>
    </div>
  `;
}

let asked = false;

void startPage('pay', (page) => {
  const { backend, words: w, settings } = page;
  if (!asked) {
    asked = true;
    act(page, () =>
      query.has('now') ? backend.simulation.gateway.pay(number) : Promise.resolve(),
    );
  }
  const back = returnUrl();
  const known = payment === null || payment === 'unknown' ? null : payment;
  return html`
    <div class="wallet paper">
      <h1>${w.pay.heading}</h1>
      <p class="muted">${w.pay.lead}</p>
      ${
        known
          ? html`<p>${known.order.appName}</p>
              <p class="amount">${printed(known, settings.lang)}</p>
              <p class="muted"><code>${number}</code></p>`
          : nothing
      }
      <p role="status">
        ${payment === 'unknown' ? w.pay.unknown : known ? w.pay[known.attempt.state] : nothing}
      </p>
      ${known ? buttons(page, known) : nothing}
      ${back === null ? nothing : html`<p><a class="button" href=${back}>${w.pay.back}</a></p>`}
    </div>
  `;
});
