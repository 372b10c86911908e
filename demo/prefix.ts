import { html } from 'lit';
import { defineAll } from 'seatkit';
import { startPage } from './shared/page.js';

defineAll({ prefix: 'acme' });

void startPage(
  'prefix',
  ({ words: w, settings }) => html`
    <div class="page-title">
      <h1>${w.embed.prefix}</h1>
      <p>${w.embed.prefixLead}</p>
    </div>
    <acme-expiry-gate installation-id=${settings.customer}>
      <acme-order-list installation-id=${settings.customer}></acme-order-list>
    </acme-expiry-gate>
  `,
);
