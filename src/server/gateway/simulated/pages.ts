import { createHash } from 'node:crypto';
import { currencyDigits, printAmount } from '../../../domain/index.js';
import type { SimulatedPayment } from './simulated-payments.js';
import { wordsFor, type PageWords } from './words.js';

/** What a page shows, and what its button does. */
export interface PageSource {
  /** The payment, for whoever has the key of its link; null for everybody else. */
  find(number: string, key: string): Promise<SimulatedPayment | null>;
  /** Takes the payment's next step, and tells of it. */
  advance(number: string): Promise<void>;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;
  --surface: #fff; --ground: #f5f7fa; --text: #181b20; --muted: #5a6270; --line: #e3e6eb; --accent: #0052d9; --on: #fff;
  --warn: #9a4b00; --warn-surface: #fff3e0 }
@media (prefers-color-scheme: dark) { :root { --surface: #1f2227; --ground: #17191d; --text: #e8eaed; --muted: #a3abb8;
  --line: #2d3138; --accent: #6ea1ff; --on: #0b1220; --warn: #f0a04b; --warn-surface: #2e2110 } }
body { margin: 0; padding: 48px 16px; background: var(--ground); color: var(--text) }
main { max-width: 400px; margin: 0 auto; padding: 24px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface) }
h1 { margin: 0 0 4px; font-size: 16px }
p { margin: 0 0 16px; overflow-wrap: anywhere }
.muted { color: var(--muted); font-size: 14px }
.amount { font-size: 28px; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums }
.note { padding: 8px 12px; border-radius: 6px; background: var(--warn-surface); color: var(--warn); font-size: 14px }
button { width: 100%; min-height: 44px; margin-bottom: 16px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on); font: inherit; cursor: pointer }
p:last-child { margin-bottom: 0 }
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** GET shows a payment, POST takes its next step and shows it again. */
export function createPages({
  find,
  advance,
}: PageSource): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const words = wordsFor(request.headers.get('Accept-Language'));
    if (request.method !== 'GET' && request.method !== 'POST') {
      return page(405, words, words.unknown, '', { Allow: 'GET, POST' });
    }
    const key = searchParams.get('key') ?? '';
    const number = decoded(pathname.slice(pathname.lastIndexOf('/') + 1));
    const payment = number === null ? null : await find(number, key);
    if (!payment) return page(404, words, words.unknown, '');
    if (request.method === 'GET')
      return page(200, words, payment.description, bodyOf(payment, words));
    await advance(payment.number);
    // To the same page again: reloading it then does not press the button once more.
    const location = `?${new URLSearchParams({ key }).toString()}`;
    return new Response(null, { status: 303, headers: { ...HEADERS, Location: location } });
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function bodyOf(payment: SimulatedPayment, words: PageWords): string {
  const { state, amount, currency, number, returnUrl } = payment;
  const money = new Intl.NumberFormat(words.lang, { style: 'currency', currency });
  const action = words.actions[state];
  const back = returnUrl !== null && /^https?:/.test(returnUrl) ? returnUrl : null;
  return `
<p class="muted">${escaped(number)}</p>
<p class="amount">${escaped(money.format(Number(printAmount(amount, currencyDigits(currency)))))}</p>
<p role="status">${words.states[state]}</p>
${action === null ? '' : `<form method="post"><button>${action}</button></form>`}
${back === null ? '' : `<p><a href="${escaped(back)}">${words.back}</a></p>`}`;
}

function page(
  status: number,
  words: PageWords,
  heading: string,
  body: string,
  headers: Record<string, string> = {},
): Response {
  const html = `<!doctype html>
<html lang="${words.lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${words.title}</title><style>${STYLE}</style></head>
<body><main><p class="note">${words.note}</p><h1>${escaped(heading)}</h1>${body}</main></body>
</html>`;
  return new Response(html, { status, headers: { ...HEADERS, ...headers } });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
