import * as z from 'zod/mini';
import { BackendError } from '../contract/index.js';
import { installation } from './installation.js';
import { fieldIssues } from './issues.js';
import { order } from './order.js';
import { count, holds, id, instant } from './primitives.js';
import { fromQuery, type QueryTypes } from './query.js';

/** What whoever runs the host's own server sends: names that people see, and the platform's facts. */
const name = z.string().check(holds((text) => text.length <= 200));

const facts = {
  appName: name,
  providerName: name,
  customerName: name,
  contacts: z.array(name).check(holds((names) => names.length <= 50)),
  merchantAccountOpened: z.boolean(),
  customerAuthorized: z.boolean(),
  seatsInUse: z.nullable(count),
};

/** The id of a new installation, chosen by the host: what an address carries unchanged. */
const newId = z.string().check(holds((text) => /^(?!\.+$)[\w.~:@-]{1,100}$/.test(text)));

const nothing = z.strictObject({});

/** A notice or event that nobody took; see `DeadLetter` of billing. */
export const deadLetter = z.object({
  id,
  installationId: id,
  task: z.union([
    z.object({ kind: z.literal('send-notice'), key: z.string(), dueAt: instant }),
    z.object({
      kind: z.literal('send-event'),
      id,
      event: z.object({
        type: z.string(),
        timestamp: instant,
        data: z.record(z.string(), z.unknown()),
      }),
    }),
  ]),
  attempts: count,
  lastError: z.nullable(z.string()),
  diedAt: instant,
});

/**
 * What the host's own server may do beside the calls of the contract, with an operator's right: no page calls these. Their inputs stand
 * like those of `ROUTES`; where `output` is null, the answer has no body.
 */
export const HOST_ROUTES = {
  createInstallation: {
    method: 'POST',
    path: '/v1/installations',
    status: 201,
    input: z.strictObject({ id: newId, ...facts }),
    output: installation,
  },
  setPlatformFacts: {
    method: 'POST',
    path: '/v1/installations/{id}/platform-facts',
    status: 200,
    input: z.strictObject({
      appName: z.exactOptional(facts.appName),
      providerName: z.exactOptional(facts.providerName),
      customerName: z.exactOptional(facts.customerName),
      contacts: z.exactOptional(facts.contacts),
      merchantAccountOpened: z.exactOptional(facts.merchantAccountOpened),
      customerAuthorized: z.exactOptional(facts.customerAuthorized),
      seatsInUse: z.exactOptional(facts.seatsInUse),
    }),
    output: installation,
  },
  reportSeats: {
    method: 'POST',
    path: '/v1/installations/{id}/seats-in-use',
    status: 200,
    input: z.strictObject({ seatsInUse: facts.seatsInUse }),
    output: installation,
  },
  confirmReturn: {
    method: 'POST',
    path: '/v1/orders/{id}/transfer-return',
    status: 200,
    input: z.strictObject({ transactionId: z.string(), returnedAt: instant }),
    output: order,
  },
  deadLetters: {
    method: 'GET',
    path: '/v1/dead-letters',
    status: 200,
    input: z.strictObject({
      limit: z.exactOptional(count.check(holds((rows) => rows >= 1 && rows <= 200))),
    }),
    output: z.array(deadLetter),
  },
  replayDeadLetter: {
    method: 'POST',
    path: '/v1/dead-letters/{id}/replay',
    status: 204,
    input: nothing,
    output: null,
  },
  discardDeadLetter: {
    method: 'POST',
    path: '/v1/dead-letters/{id}/discard',
    status: 204,
    input: nothing,
    output: null,
  },
} as const;

export type HostCallName = keyof typeof HOST_ROUTES;

/** What each of them sends beside its id. */
export type HostInputs = {
  [Name in HostCallName]: z.infer<(typeof HOST_ROUTES)[Name]['input']>;
};

const TYPES: QueryTypes = { numbers: ['limit'], lists: [] };

/**
 * The input of a host's call, from the query of a GET or the body of a POST.
 *
 * @param body JSON, or empty
 * @throws BackendError `invalid` with every fault and its path
 */
export function readHostInput<Name extends HostCallName>(
  name: Name,
  { query, body }: { query: URLSearchParams; body: string },
): HostInputs[Name] {
  const { method, input } = HOST_ROUTES[name];
  const sent: unknown = method === 'GET' ? fromQuery(query, TYPES) : JSON.parse(body || '{}');
  const read = input.safeParse(sent, { reportInput: true });
  if (read.error) throw new BackendError('invalid', { issues: fieldIssues(read.error.issues) });
  return read.data as HostInputs[Name];
}
