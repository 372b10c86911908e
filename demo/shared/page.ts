import { html, nothing, render, svg, type TemplateResult } from 'lit';
import { provideBackend, type Role } from 'seatkit/backend';
import { openBackend } from './backend.js';
import './bar.js';
import type { DemoBackend } from './hands.js';
import { onChange, settings, type Settings } from './settings.js';
import { words, type Words } from './words.js';

export type PageName = keyof Words['nav'];

/** What a page draws with. */
export interface Page {
  backend: DemoBackend;
  settings: Settings;
  words: Words;
  role: Role;
  /** Draws the page again, for what the page itself remembers. */
  redraw: () => void;
}

const PAGES: [PageName, string][] = [
  ['index', 'index.html'],
  ['provider', 'provider.html'],
  ['checkout', 'checkout.html'],
  ['admin', 'admin.html'],
  ['app', 'app.html'],
];

/** The place of each role; the bar may put somebody else there. */
const HOME_ROLE: Record<string, Role> = { provider: 'provider', pay: 'administrator' };

/** Points in time as the elements print them. */
export function dateTime(lang: Settings['lang']): Intl.DateTimeFormat {
  // Swedish writes 2026-03-01 10:00, as Chinese business pages do.
  return lang === 'en'
    ? new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
    : new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}

export function roleOn(name: string): Role {
  return settings().roles[name] ?? HOME_ROLE[name] ?? 'administrator';
}

const mark = svg`<rect x="2" y="9" width="20" height="9" rx="3" fill="none" stroke="currentColor" stroke-width="2"></rect>
  <path d="M6 9V6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v3M6 18v3M18 18v3" fill="none" stroke="currentColor" stroke-width="2"></path>`;

/** Applies language and theme, opens the one backend all pages share, and draws the page with its head and the bar. */
export async function startPage(
  name: string,
  draw: (page: Page) => TemplateResult,
  options: { provide?: boolean } = {},
): Promise<void> {
  const backend = await openBackend(roleOn(name));
  if (options.provide !== false) provideBackend(document.body, backend);

  const redraw = (): void => {
    const now = settings();
    const w = words();
    document.documentElement.lang = now.lang;
    document.documentElement.dataset.theme = now.theme;
    const title = w.nav[name as PageName];
    document.title = title ? `${title} · ${w.title}` : w.title;
    const page: Page = { backend, settings: now, words: w, role: roleOn(name), redraw };
    render(
      html`
        <a class="skip" href="#main">${w.skip}</a>
        <demo-bar .backend=${backend} .page=${name}></demo-bar>
        <header class="site-head">
          <a class="brand" href="index.html">
            <svg viewBox="0 0 24 24" aria-hidden="true">${mark}</svg>Seatkit
          </a>
          <nav aria-label=${w.title}>
            ${PAGES.map(
              ([key, href]) =>
                html`<a href=${href} aria-current=${key === name ? 'page' : nothing}
                  >${w.nav[key]}</a
                >`,
            )}
          </nav>
        </header>
        <main id="main" tabindex="-1">${draw(page)}</main>
      `,
      document.body,
    );
  };
  onChange(redraw);
  redraw();
}
