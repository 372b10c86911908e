import { html, render } from 'lit';
import { createLocalBackend, provideBackend } from 'seatkit/backend';
import 'seatkit/expiry-gate/define';
import 'seatkit/order-list/define';
import 'seatkit/pricing-editor/define';
import 'seatkit/purchase-form/define';
import { openServerBackend } from './shared/server-backend.js';
import { seed } from './shared/seed.js';
import { settings } from './shared/settings.js';
import { words } from './shared/words.js';

/** The page may load no style sheet; one that a script makes is no load. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :root { color-scheme: light; font-family: system-ui, sans-serif; line-height: 1.5; }
  :root[data-theme='dark'] { color-scheme: dark; background: #101215; color: #e8eaed; }
  body { margin: 0 auto; max-width: 1200px; padding: 16px; }
  h1 { font-size: 1.25rem; }
  section { margin-block-start: 32px; }
  output { white-space: pre-line; color: light-dark(#c4262e, #ff7b80); }
`);
document.adoptedStyleSheets.push(sheet);

const violations: string[] = [];

function draw(): void {
  const w = words();
  const { lang, theme } = settings();
  document.documentElement.lang = lang;
  document.documentElement.dataset.theme = theme;
  render(
    html`
      <main>
        <h1>${w.embed.csp}</h1>
        <p>${w.embed.cspLead}</p>
        <p><output id="violations">${violations.join('\n')}</output></p>
        <section>
          <expiry-gate installation-id="lanhai">
            <purchase-form installation-id="lanhai" environment="desktop"></purchase-form>
          </expiry-gate>
        </section>
        <section><order-list installation-id="lanhai"></order-list></section>
        <section><pricing-editor installation-id="lanhai"></pricing-editor></section>
      </main>
    `,
    document.body,
  );
}

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(`${violatedDirective} ${blockedURI}`);
  draw();
});

const person = {
  role: 'administrator',
  userId: 'demo-administrator',
  userName: words().people.administrator,
  installations: 'all',
} as const;
provideBackend(
  document.body,
  settings().world === 'server'
    ? await openServerBackend(person)
    : createLocalBackend({ seed, session: person }),
);
draw();
