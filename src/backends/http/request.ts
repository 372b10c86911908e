import { BackendError } from '../../contract/index.js';
import type { CallName } from '../../schemas/calls.js';
import { idempotencyKey } from '../../schemas/primitives.js';
import { toQuery } from '../../schemas/query.js';
import { KEY_HEADER, type Route } from '../../schemas/routes.js';
import type { HttpRequest } from './transport.js';

/** What a call sends: each part only where its route has a place for it. */
export interface OutgoingParts {
  id?: string;
  key?: string;
  input?: object;
}

/** @throws {TypeError} when `url` is not a plain http(s) address; a page may give one relative to itself */
export function parseBase(url: string): URL {
  const page = typeof document === 'undefined' ? undefined : document.baseURI;
  const base = URL.canParse(url, page) ? new URL(url, page) : null;
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.search || base.hash) {
    throw new TypeError(`Not a plain http(s) address: ${url}`);
  }
  return base;
}

/** The request of a call by its route. */
export function requestOf(
  base: URL,
  { method, path, keyed }: Pick<Route<CallName>, 'method' | 'path' | 'keyed'>,
  { id, key, input }: OutgoingParts,
): HttpRequest {
  const url = addressOf(base, path, id);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (keyed) {
    const { data, error } = idempotencyKey.safeParse(key);
    if (error)
      throw new BackendError('invalid', { issues: [{ path: 'key', code: 'out-of-range' }] });
    headers[KEY_HEADER] = data;
  }
  if (!input) return { method, url, headers };
  if (method === 'GET') {
    url.search = toQuery(input).toString();
    return { method, url, headers };
  }
  headers['Content-Type'] = 'application/json';
  return { method, url, headers, body: JSON.stringify(input) };
}

/** An id that an address cannot carry, such as `..`, belongs to nothing. */
export function addressOf(base: URL, path: string, id?: string): URL {
  const url = new URL(base);
  const place = id === undefined ? path : path.replace('{id}', encodeId(id));
  url.pathname = base.pathname.replace(/\/$/, '') + place;
  return url;
}

function encodeId(id: string): string {
  if (!/^\.{0,2}$/.test(id)) {
    try {
      return encodeURIComponent(id);
    } catch {
      // Half a surrogate pair: told below like the rest.
    }
  }
  throw new BackendError('not-found');
}
