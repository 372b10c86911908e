import { html, type TemplateResult } from 'lit';
import { noticeText } from 'seatkit';
import type { SentNotice } from 'seatkit/backend';
import type { DemoBackend } from './hands.js';
import { dateTime, type Page } from './page.js';
import { settings } from './settings.js';

/** A notice as its reader sees it. */
export interface Letter extends Pick<SentNotice, 'key' | 'contacts' | 'sentAt'> {
  subject: string;
  text: string;
}

/** What the administrators of a customer were sent, newest first, in the language of the page. */
export async function readInbox(backend: DemoBackend, customer: string): Promise<Letter[]> {
  const reader = {
    lang: settings().lang,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const notices = await backend.simulation.notices();
  const own = notices.filter(({ installationId }) => installationId === customer).reverse();
  return Promise.all(
    own.map(async (notice) => {
      const { key, contacts, sentAt } = notice;
      return { key, contacts, sentAt, ...(await noticeText(notice, reader)) };
    }),
  );
}

/** The inbox, as a mail program would show it. */
export function inbox(letters: readonly Letter[], { words: w, settings }: Page): TemplateResult {
  const date = dateTime(settings.lang);
  const names = new Intl.ListFormat(settings.lang);
  return html`<section class="section">
    <h2>${w.admin.inbox}</h2>
    ${
      letters.length === 0
        ? html`<p class="paper empty">${w.admin.inboxEmpty}</p>`
        : html`<ul class="inbox paper">
            ${letters.map(
              ({ subject, text, sentAt, contacts }) =>
                html`<li>
                  <strong>${subject}</strong>
                  <time datetime=${sentAt}>${date.format(new Date(sentAt))}</time>
                  <p>${text}</p>
                  <p class="muted">${w.admin.inboxFor} ${names.format(contacts)}</p>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
