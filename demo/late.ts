import { html } from 'lit';
import { provideBackend } from 'seatkit/backend';
import 'seatkit/purchase-form/define';
import { startPage } from './shared/page.js';

let provision: ReturnType<typeof provideBackend> | null = null;

void startPage(
  'late',
  ({ backend, words: w, settings, redraw }) => html`
    <div class="page-title">
      <h1>${w.embed.late}</h1>
      <p>${w.embed.lateLead}</p>
    </div>
    <p class="actions">
      <button
        class="button primary"
        @click=${() => {
          if (provision) {
            provision.stop();
            provision = null;
          } else {
            provision = provideBackend(document.body, backend);
          }
          redraw();
        }}
      >
        ${provision ? w.embed.remove : w.embed.provide}
      </button>
    </p>
    <section class="section">
      <purchase-form
        class="paper"
        installation-id=${settings.customer}
        environment=${settings.environment}
      ></purchase-form>
    </section>
  `,
  { provide: false },
);
