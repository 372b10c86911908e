import type { Billing } from '../../billing/index.js';
import { requirePlain } from '../../billing/plain.js';
import { personOf, sees } from '../../billing/principal.js';
import { BackendError } from '../../contract/index.js';
import {
  HOST_ROUTES,
  readHostInput,
  type HostCallName,
  type HostInputs,
} from '../../schemas/index.js';
import type { Visitor } from '../auth/authenticate.js';
import { readRequest } from '../http/read-request.js';
import type { ContractContext } from './contract-routes.js';
import type { Asked, Router } from './router.js';

type HostCalls = {
  readonly [Name in HostCallName]: (
    billing: Billing,
    visitor: Visitor,
    id: string,
    input: HostInputs[Name],
  ) => Promise<unknown>;
};

const SHOWN_LETTERS = 50;

const CALLS: HostCalls = {
  async createInstallation({ installations, as }, visitor, _id, { id, ...facts }) {
    // Said before it is looked up, so that it tells nothing about installations of others.
    if (!sees(visitor, id)) throw new BackendError('forbidden');
    await installations.create(id, facts, personOf(visitor));
    return as(visitor).installation(id);
  },
  async setPlatformFacts({ installations, as }, visitor, id, facts) {
    requireSight(visitor, id);
    await installations.setPlatformFacts(id, facts, personOf(visitor));
    return as(visitor).installation(id);
  },
  async reportSeats({ installations, as }, visitor, id, { seatsInUse }) {
    requireSight(visitor, id);
    await installations.reportSeats(id, seatsInUse, personOf(visitor));
    return as(visitor).installation(id);
  },
  confirmReturn({ confirmReturn }, visitor, id, input) {
    return confirmReturn(visitor, id, input);
  },
  deadLetters({ deadLetters }, visitor, _id, { limit = SHOWN_LETTERS }) {
    requireAll(visitor);
    return deadLetters.list(limit);
  },
  replayDeadLetter({ deadLetters }, visitor, id) {
    requireAll(visitor);
    return deadLetters.replay(id, personOf(visitor));
  },
  discardDeadLetter({ deadLetters }, visitor, id) {
    requireAll(visitor);
    return deadLetters.discard(id, personOf(visitor));
  },
};

/** What the host's own server does: an operator's right, for the installations that the operator sees. */
export function addHostRoutes(router: Router, context: ContractContext): void {
  for (const name of Object.keys(HOST_ROUTES) as HostCallName[]) {
    const { method, path, status, output } = HOST_ROUTES[name];
    router.add(method, path, async (asked) => {
      const result = await answer(name, asked, context);
      return output === null ? new Response(null, { status }) : Response.json(result, { status });
    });
  }
}

async function answer(
  name: HostCallName,
  { request, visit, id }: Asked,
  { billing, signIn, bodyMs, onWork }: ContractContext,
): Promise<unknown> {
  const visitor = await signIn(request, visit);
  if (visitor.role !== 'operator') throw new BackendError('forbidden');
  const input = readHostInput(name, await readRequest(request, bodyMs));
  requirePlain(input);
  try {
    return await CALLS[name](billing, visitor, id, input as never);
  } finally {
    if (HOST_ROUTES[name].method === 'POST') onWork();
  }
}

function requireSight(visitor: Visitor, id: string): void {
  if (!sees(visitor, id)) throw new BackendError('not-found');
}

/** Letters are of all installations. */
function requireAll({ installations }: Visitor): void {
  if (installations !== 'all') throw new BackendError('forbidden');
}
