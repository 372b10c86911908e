import { html, nothing } from 'lit';
import type { InstallationEntitlement } from 'seatkit/backend';
import 'seatkit/order-list/define';
import { inbox, readInbox, type Letter } from './shared/inbox.js';
import { dateTime, startPage, type Page } from './shared/page.js';

let entitlement: InstallationEntitlement | null = null;
let letters: Letter[] = [];
let watched = '';
let stop = (): void => undefined;

/** Asks for the facts above the list, now and whenever something changes; without the faults that the elements are put to. */
function follow({ backend, settings: { customer, lang }, redraw }: Page): void {
  const wanted = `${customer} ${lang}`;
  if (wanted === watched) return;
  watched = wanted;
  entitlement = null;
  letters = [];
  const load = async (): Promise<void> => {
    try {
      [entitlement, letters] = await Promise.all([
        backend.simulation.as('operator').entitlement(customer),
        readInbox(backend, customer),
      ]);
    } catch {
      entitlement = null;
    }
    redraw();
  };
  stop();
  stop = backend.watch(customer, () => void load());
  void load();
}

void startPage('admin', (page) => {
  follow(page);
  const { words: w, settings } = page;
  const date = dateTime(settings.lang);
  const fact = (label: string, value: string | number | null | undefined): unknown =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value ?? w.admin.none}</dd>
    </div>`;
  return html`
    <div class="page-title">
      <h1>${w.admin.heading}</h1>
      <p>${w.admin.lead}</p>
    </div>
    <div class="paper">
      <dl class="facts">
        ${fact(w.admin.state, entitlement && w.states[entitlement.state])}
        ${fact(w.admin.seats, entitlement?.seats)}
        ${fact(w.admin.inUse, entitlement?.facts.seatsInUse)}
        ${fact(w.admin.ends, entitlement?.endsAt && date.format(new Date(entitlement.endsAt)))}
        ${fact(w.admin.days, entitlement?.daysLeft)}
        <div class="actions">
          <a class="button primary" href="checkout.html">${w.admin.buy}</a>
        </div>
      </dl>
    </div>
    <section class="section">
      <h2>${w.admin.orders}</h2>
      <order-list
        installation-id=${settings.customer}
        @order-pay=${(event: Event) => {
          event.preventDefault();
          location.href = 'checkout.html';
        }}
      ></order-list>
    </section>
    ${page.role === 'administrator' ? inbox(letters, page) : nothing}
  `;
});
