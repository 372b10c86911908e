import type { BillingBackend, InstallationEntitlement } from '../../contract/index.js';

/** Questions under way, by installation. */
const underWay = new Map<
  string,
  { backend: BillingBackend; answer: Promise<InstallationEntitlement> }
>();

/** Asks for an entitlement, or waits with whoever is asking for it already: several gates on a page cost one request. */
export function askOnce(backend: BillingBackend, id: string): Promise<InstallationEntitlement> {
  const present = underWay.get(id);
  if (present?.backend === backend) return present.answer;
  // Without a signal: who leaves takes the answer from nobody else.
  const question = { backend, answer: (async () => backend.entitlement(id))() };
  underWay.set(id, question);
  const end = () => {
    if (underWay.get(id) === question) underWay.delete(id);
  };
  question.answer.then(end, end);
  return question.answer;
}
