/** Where a request carries its token: a header, with or without `Bearer` before it, or a cookie. */
export type TokenPlace = { header: string } | { cookie: string };

/** A request's header by its name in lower case; null where it has none. */
export type HeaderReader = (name: string) => string | null;

const DEFAULT_PLACE: TokenPlace = { header: 'Seatkit-Entitlement' };

/** The token of a request; null when it carries none. */
export function findToken(header: HeaderReader, place = DEFAULT_PLACE): string | null {
  const token =
    'cookie' in place
      ? cookieOf(header('cookie') ?? '', place.cookie)
      : header(place.header.toLowerCase())?.replace(/^bearer(?: +|$)/i, '');
  return token?.trim() ? token.trim() : null;
}

function cookieOf(cookies: string, name: string): string | undefined {
  const start = `${name}=`;
  return cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length);
}
