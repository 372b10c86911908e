import { BackendError } from '../contract/index.js';
import type { CallInputs, CallName } from './calls.js';
import { INPUTS, QUERY_TYPES } from './inputs.js';
import { fieldIssues } from './issues.js';
import { idempotencyKey } from './primitives.js';
import { fromQuery } from './query.js';
import { KEY_HEADER, ROUTES } from './routes.js';

/**
 * What a request asks for beside its id, for a server: the input from query or body, and the key from its header.
 * @param body the text of the body; not looked at for a GET
 * @throws BackendError `invalid` with every fault and its path
 */
export function readInput<Name extends CallName>(
  name: Name,
  { query, headers, body }: { query: URLSearchParams; headers: Headers; body: string },
): { key: string; input: CallInputs[Name] } {
  const { method, keyed } = ROUTES[name];
  const input = INPUTS[name].safeParse(
    method === 'GET' ? fromQuery(query, QUERY_TYPES) : parseBody(body),
    { reportInput: true },
  );
  const issues = fieldIssues(input.error?.issues ?? []);
  const key = keyed ? headers.get(KEY_HEADER) : '';
  if (key === null) issues.push({ path: 'key', code: 'missing' });
  else if (keyed && !idempotencyKey.safeParse(key).success) {
    issues.push({ path: 'key', code: 'out-of-range' });
  }
  if (!input.success || key === null || issues.length > 0) {
    throw new BackendError('invalid', { issues });
  }
  return { key, input: input.data };
}

/** A body that is no JSON reads as absent: the schema says what is missing. */
function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
