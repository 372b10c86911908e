import { HttpFault } from './problem.js';
import { MOST_BYTES, readBody } from './read-body.js';
import { requireStrictJson } from './strict-json.js';

/** What of a request the schemas read. */
export interface RequestParts {
  query: URLSearchParams;
  headers: Headers;
  /** Empty for a GET, and where there is none. */
  body: string;
}

/**
 * Reads a request as far as HTTP and JSON go.
 *
 * @param bodyMs how long the body may take to arrive
 * @throws HttpFault
 */
export async function readRequest(request: Request, bodyMs: number): Promise<RequestParts> {
  const { method, headers } = request;
  const query = new URL(request.url).searchParams;
  if (method === 'GET' || method === 'HEAD') return { query, headers, body: '' };
  const body = await readBody(request, bodyMs);
  if (body !== '') {
    requireJsonType(headers.get('Content-Type') ?? '');
    requireStrictJson(body);
  }
  return { query, headers, body };
}

function requireJsonType(type: string): void {
  if (!/^application\/json *(; *charset="?utf-8"? *)?$/i.test(type)) {
    throw new HttpFault(415, 'The body must be application/json in UTF-8');
  }
}

/** No address of ours is longer, even with every filter of a list; in characters. */
export const LONGEST_ADDRESS = MOST_BYTES / 8;
