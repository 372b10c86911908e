import type { Installation } from '../../contract/index.js';

/** What has to be done before customers can buy, in this order (SPEC §1). */
export type GateName = 'merchantAccount' | 'authorization' | 'policy' | 'submission' | 'launch';

/** `open`: it is its turn. `waiting`: something before it is missing. */
export type GateState = 'done' | 'open' | 'waiting';

export interface Gate {
  name: GateName;
  state: GateState;
}

/** Where an installation stands, step by step. */
export function gatesOf(installation: Installation): Gate[] {
  const { merchantAccountOpened, customerAuthorized, policyVersion } = installation;
  const ready = merchantAccountOpened && customerAuthorized;
  const published = policyVersion !== null;
  const submitted = installation.submittedAt !== null;
  return [
    gate('merchantAccount', merchantAccountOpened, true),
    gate('authorization', customerAuthorized, true),
    gate('policy', published, ready),
    gate('submission', submitted, published),
    gate('launch', installation.launchedAt !== null, submitted),
  ];
}

function gate(name: GateName, done: boolean, isNext: boolean): Gate {
  return { name, state: done ? 'done' : isNext ? 'open' : 'waiting' };
}

/** Why a policy cannot be published yet; null when it can. */
export function publishingGate({
  merchantAccountOpened,
  customerAuthorized,
}: Installation): 'merchant-account-missing' | 'not-authorized' | null {
  if (!merchantAccountOpened) return 'merchant-account-missing';
  return customerAuthorized ? null : 'not-authorized';
}
