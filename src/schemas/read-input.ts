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
  const sent = headers.get(KEY_HEADER) ?? undefined;
  const key = keyed ? idempotencyKey.safeParse(sent, { reportInput: true }) : { data: '' };
  const input = INPUTS[name].safeParse(
    method === 'GET' ? fromQuery(query, QUERY_TYPES) : parseBody(body),
    { reportInput: true },
  );
  const issues = [
    ...fieldIssues(input.error?.issues ?? []),
    ...fieldIssues(key.error?.issues ?? []).map(({ code }) => ({ path: 'key', code })),
  ];
  if (!input.success || key.data === undefined) throw new BackendError('invalid', { issues });
  return { key: key.data, input: input.data };
}

/** A body that is no JSON reads as absent: the schema says what is missing. */
function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
