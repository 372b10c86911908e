/** What a link to this page asks the simulation to do. */
export type SimulationLink =
  { type: 'pay'; number: string } | { type: 'authorize'; payerId: string };

const PAY = 'seatkit-pay';
const AUTHORIZE = 'seatkit-authorize';

/** Where no page is: a link that leads nowhere, by the name reserved for that. */
const NO_PAGE = 'https://simulation.invalid/';

/** A link that pays a number when it is opened in this browser: this page, or the one the payer is to come back to. */
export function payLink(number: string, returnUrl: string | null): string {
  return withHash(returnUrl ?? pageUrl(), PAY, number);
}

/** A link back to `returnUrl` that tells the simulation who pays. */
export function authorizeLink(payerId: string, returnUrl: string | null): string {
  return withHash(returnUrl ?? pageUrl(), AUTHORIZE, payerId);
}

/** What the hash of a page asks for; null for any other hash. */
export function readLink(hash: string): SimulationLink | null {
  const match = /^#(seatkit-pay|seatkit-authorize)=(.+)$/.exec(hash);
  const [, name, text] = match ?? [];
  if (name === undefined || text === undefined) return null;
  const value = decode(text);
  if (value === null) return null;
  return name === PAY ? { type: 'pay', number: value } : { type: 'authorize', payerId: value };
}

function pageUrl(): string {
  return typeof location === 'undefined' ? NO_PAGE : location.href;
}

function withHash(url: string, name: string, value: string): string {
  const target = new URL(url);
  target.hash = `${name}=${encodeURIComponent(value)}`;
  return target.href;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
