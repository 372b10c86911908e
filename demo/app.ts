import { html } from 'lit';
import 'seatkit/expiry-gate/define';
import 'seatkit/purchase-form/define';
import { startPage } from './shared/page.js';
import { installSimulatedWallet } from './shared/wallet.js';

installSimulatedWallet();

// The bar moves the backend's clock, on other pages too, as no real one does: what the gate kept says nothing then.
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('seatkit:entitlement:')) localStorage.removeItem(key);
}

void startPage(
  'app',
  ({ words: w, settings, role }) => html`
    <expiry-gate installation-id=${settings.customer}>
      <strong slot="logo">${w.app.logo}</strong>
      ${
        role === 'administrator'
          ? html`<purchase-form
              class="paper"
              slot="purchase"
              installation-id=${settings.customer}
              environment=${settings.environment}
            ></purchase-form>`
          : ''
      }
      <div class="page-title"><h1>${w.app.heading}</h1></div>
      <div class="board">
        ${w.app.columns.map(
          (column, index) => html`
            <section class="paper">
              <h3>${column}<span class="muted">${w.app.tasks[index]?.length}</span></h3>
              <ul>
                ${w.app.tasks[index]?.map(
                  (task) => html`
                    <li>
                      <label><input type="checkbox" .checked=${index === 2} />${task}</label>
                    </li>
                  `,
                )}
              </ul>
            </section>
          `,
        )}
      </div>
    </expiry-gate>
  `,
);
