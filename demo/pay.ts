import { html, nothing } from 'lit';
import { startPage } from './shared/page.js';

const query = new URLSearchParams(location.search);
const number = query.get('number') ?? '';
let outcome: 'done' | 'unknown' | null = null;

/** Where to go back to: only a page of this demo. */
function returnUrl(): string | null {
  const asked = query.get('return');
  if (asked === null) return null;
  const url = new URL(asked, location.href);
  return url.origin === location.origin ? url.href : null;
}

void startPage('pay', ({ backend, words: w, redraw }) => {
  const { gateway } = backend.simulation;
  const finish = (step: () => Promise<unknown>): void => {
    void step()
      .then(
        (result) => (outcome = result === 'unknown' ? 'unknown' : 'done'),
        () => (outcome = 'unknown'),
      )
      .then(redraw);
  };
  if (query.has('now') && outcome === null) {
    query.delete('now');
    finish(() => gateway.pay(number));
  }
  const back = returnUrl();
  return html`
    <div class="wallet paper">
      <h1>${w.pay.heading}</h1>
      <p class="muted">${w.pay.lead}</p>
      <p><code>${number}</code></p>
      <div class="actions">
        <button class="button primary" @click=${() => finish(() => gateway.pay(number))}>
          ${w.pay.pay}
        </button>
        <button class="button" @click=${() => finish(() => gateway.advanceTransfer(number))}>
          ${w.pay.advance}
        </button>
        <button class="button" @click=${() => finish(() => gateway.fail(number))}>
          ${w.pay.close}
        </button>
      </div>
      <p role="status">${outcome === null ? nothing : w.pay[outcome]}</p>
      ${back === null ? nothing : html`<p><a href=${back}>${w.pay.back}</a></p>`}
    </div>
  `;
});
