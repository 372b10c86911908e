import { BackendError, type BillingBackend, type Person, type Role } from '../contract/index.js';

/** Who is asking, and what is theirs to see. Whoever hosts billing establishes it; billing believes it. */
export interface Principal {
  role: Role;
  userId: string;
  userName: string;
  installations: 'all' | readonly string[];
}

/** What can be asked of billing on someone's behalf. */
export type ContractCall = Exclude<keyof BillingBackend, 'watch'>;

const EVERYONE: readonly Role[] = ['provider', 'administrator', 'member', 'operator'];
/** Members see no amounts. */
const WITH_AMOUNTS: readonly Role[] = ['provider', 'administrator', 'operator'];

/** Who may do what (SPEC §1). */
export const RIGHTS: Readonly<Record<ContractCall, readonly Role[]>> = {
  session: EVERYONE,
  installation: EVERYONE,
  entitlement: EVERYONE,
  policy: WITH_AMOUNTS,
  quote: WITH_AMOUNTS,
  order: WITH_AMOUNTS,
  orders: WITH_AMOUNTS,
  policyVersions: ['provider', 'operator'],
  publishPolicy: ['provider'],
  submit: ['provider'],
  launch: ['provider'],
  startExtraTrial: ['administrator'],
  createOrder: ['administrator'],
  cancelOrder: ['administrator'],
  startPayment: ['administrator'],
  lowerPrice: ['provider'],
  confirmTransfer: ['operator'],
  requestRefund: ['administrator'],
  decideRefund: ['provider'],
  requestInvoice: ['administrator'],
  markInvoice: ['provider'],
  fileComplaint: ['administrator'],
  answerComplaint: ['operator'],
};

/** @throws BackendError `forbidden` when the principal's role may not make the call */
export function requireRight({ role }: Principal, call: ContractCall): void {
  if (!RIGHTS[call].includes(role)) throw new BackendError('forbidden');
}

/** Whether the principal may know that the installation exists. */
export function sees({ installations }: Principal, installationId: string): boolean {
  return installations === 'all' || installations.includes(installationId);
}

/** The principal as a record names them. */
export function personOf({ role, userId, userName }: Principal): Person {
  return { role, userId, userName };
}

/** Billing itself, where nobody asked: time that ran out, a gateway's word. */
export const SYSTEM: Person = { role: 'system', userId: 'system', userName: '' };
