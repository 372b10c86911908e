import { requireRight } from '../../billing/principal.js';
import type { Billing } from '../../billing/index.js';
import { BackendError, type InstallationEntitlement } from '../../contract/index.js';
import { DISPATCH, readInput, ROUTES, takesInput, type CallName } from '../../schemas/index.js';
import type { EntitlementSigner } from '../../verify/index.js';
import { readRequest, type RequestParts } from '../http/read-request.js';
import { errorFields, type Log } from '../log.js';
import type { Asked, Router } from './router.js';
import type { SignIn } from './visitors.js';

/** What the routes of the contract need. */
export interface ContractContext {
  billing: Billing;
  signIn: SignIn;
  signer: EntitlementSigner | null;
  bodyMs: number;
  onWork: () => void;
  log: Log;
}

/** Every call of the contract, from the one table that the client is made from too. */
export function addContractRoutes(router: Router, context: ContractContext): void {
  for (const name of Object.keys(ROUTES) as CallName[]) {
    const { method, path, status } = ROUTES[name];
    router.add(method, path, async (asked) =>
      Response.json(await answer(name, asked, context), { status }),
    );
  }
}

async function answer(
  name: CallName,
  { request, visit, id }: Asked,
  { billing, signIn, signer, bodyMs, onWork, log }: ContractContext,
): Promise<unknown> {
  const visitor = await signIn(request, visit);
  // Before the body is looked at: who may not call learns nothing of how to.
  requireRight(visitor, name);
  const parts = await readRequest(request, bodyMs);
  if (!takesInput(name)) requireNothing(parts);
  const input = readInput(name, parts);
  const calls = billing.as(visitor);
  try {
    const result = await DISPATCH[name](calls, { id, ...input } as never, {});
    if (name !== 'entitlement' && name !== 'startExtraTrial') return result;
    return await signed(result as InstallationEntitlement, signer, log);
  } finally {
    // Even what failed may have left something to do, such as a payment to ask the gateway about.
    if (ROUTES[name].method === 'POST') onWork();
  }
}

/** What a call knows no use for is refused, at the top as inside. */
function requireNothing({ query, body }: RequestParts): void {
  const sent: unknown = JSON.parse(body || '{}');
  const fields = typeof sent === 'object' && sent !== null ? Object.keys(sent) : [''];
  const issues = [...query.keys(), ...fields].map((path) => ({ path, code: 'unknown-key' }));
  if (issues.length > 0) throw new BackendError('invalid', { issues });
}

/** A page does without a token; so a signer that fails takes nothing away from it. */
async function signed(
  entitlement: InstallationEntitlement,
  signer: EntitlementSigner | null,
  log: Log,
): Promise<InstallationEntitlement> {
  if (!signer) return entitlement;
  try {
    return { ...entitlement, token: await signer.sign(entitlement) };
  } catch (error) {
    log.error('entitlement-unsigned', errorFields(error));
    return entitlement;
  }
}
