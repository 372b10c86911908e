import { html } from 'lit';
import 'seatkit/purchase-form/define';
import { startPage } from './shared/page.js';
import { installSimulatedWallet } from './shared/wallet.js';

installSimulatedWallet();

void startPage(
  'checkout',
  ({ words: w, settings }) => html`
    <div class="shop">
      <div class="product">
        <h1>${w.product.heading}</h1>
        <p class="muted">${w.product.lead}</p>
        <ul>
          ${w.product.points.map((point) => html`<li>${point}</li>`)}
        </ul>
      </div>
      <purchase-form
        class="paper"
        installation-id=${settings.customer}
        environment=${settings.environment}
      ></purchase-form>
    </div>
  `,
);
