import { KEY_HEADER } from '../../schemas/index.js';

/** What pages of other origins may do. */
export interface Cors {
  /** The answer to a preflight; null for any other request. */
  preflight(request: Request): Response | null;
  /** Adds what lets the page read an answer. */
  dress(request: Request, headers: Headers): void;
}

const ALLOWED_HEADERS = ['Authorization', 'Content-Type', KEY_HEADER, 'Last-Event-ID'].join(', ');
const EXPOSED_HEADERS = 'Retry-After, Date, X-Request-Id';

/** How long a browser may remember a preflight, in seconds. */
const PREFLIGHT_SECONDS = '600';

/**
 * An allow-list of origins. Credentials are never allowed: tokens travel in `Authorization`, and no cookie is looked at here.
 *
 * @throws TypeError for what is no origin, `*` among it
 */
export function createCors(origins: readonly string[]): Cors {
  const allowed = new Set(origins.map(requireOrigin));

  function allow(request: Request, headers: Headers): boolean {
    if (allowed.size === 0) return false;
    headers.append('Vary', 'Origin');
    const origin = request.headers.get('Origin');
    if (origin === null || !allowed.has(origin)) return false;
    headers.set('Access-Control-Allow-Origin', origin);
    return true;
  }

  return {
    preflight(request) {
      const { method, headers: asked } = request;
      if (method !== 'OPTIONS' || !asked.has('Origin')) return null;
      if (!asked.has('Access-Control-Request-Method')) return null;
      const headers = new Headers();
      if (allow(request, headers)) {
        headers.set('Access-Control-Allow-Methods', 'GET, POST');
        headers.set('Access-Control-Allow-Headers', ALLOWED_HEADERS);
        headers.set('Access-Control-Max-Age', PREFLIGHT_SECONDS);
      }
      return new Response(null, { status: 204, headers });
    },
    dress(request, headers) {
      if (headers.has('Access-Control-Allow-Methods')) return;
      if (allow(request, headers)) headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
    },
  };
}

function requireOrigin(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new TypeError(`Not an origin such as https://console.example: ${text}`);
  }
  return text;
}
