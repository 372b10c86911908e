import { html } from 'lit';
import 'seatkit/pricing-editor/define';
import 'seatkit/order-list/define';
import { CUSTOMERS } from './shared/seed.js';
import { startPage } from './shared/page.js';
import { change } from './shared/settings.js';

void startPage(
  'provider',
  ({ words: w, settings }) => html`
    <div class="page-title"><h1>${w.provider.heading}</h1></div>
    <div class="console">
      <nav aria-label=${w.provider.customers}>
        <ul class="customers">
          ${CUSTOMERS.map(
            ({ id, name }) => html`
              <li>
                <button
                  aria-current=${String(id === settings.customer)}
                  @click=${() => change({ customer: id })}
                >
                  ${name[settings.lang]}
                  <small>${w.product.heading}</small>
                </button>
              </li>
            `,
          )}
        </ul>
      </nav>
      <div>
        <pricing-editor
          installation-id=${settings.customer}
          aria-label=${w.provider.pricing}
        ></pricing-editor>
        <section class="section">
          <h2>${w.provider.orders}</h2>
          <order-list installation-id=${settings.customer}></order-list>
        </section>
      </div>
    </div>
  `,
);
