import { html } from 'lit';
import { startPage } from './shared/page.js';

const CARDS = [
  ['provider', 'provider.html', '<pricing-editor> <order-list>'],
  ['checkout', 'checkout.html', '<purchase-form>'],
  ['admin', 'admin.html', '<order-list>'],
  ['app', 'app.html', '<expiry-gate>'],
] as const;

const EMBEDDING = [
  ['csp', 'csp.html'],
  ['prefix', 'prefix.html'],
  ['late', 'late.html'],
] as const;

void startPage(
  'index',
  ({ words: w, settings }) => html`
    <div class="hero">
      <h1>${w.index.heading}</h1>
      <p>${w.index.lead}</p>
      <p>${w.index.where[settings.world]}</p>
    </div>
    <ul class="cards">
      ${CARDS.map(
        ([key, href, tags]) => html`
          <li class="paper">
            <a href=${href}>${w.nav[key]}</a>
            <p class="muted">${w.index[key]}</p>
            <code>${tags}</code>
          </li>
        `,
      )}
    </ul>
    <section class="section">
      <h2>${w.index.walk}</h2>
      <ol class="steps paper">
        ${w.index.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
    </section>
    <section class="section">
      <h2>${w.index.embedding}</h2>
      <ul class="links paper">
        ${EMBEDDING.map(([key, href]) => html`<li><a href=${href}>${w.index[key]}</a></li>`)}
      </ul>
    </section>
  `,
);
