import type { Billing } from '../../src/billing/index.js';
import type { Policy } from '../../src/domain/index.js';

/** Makes an installation with a published price, and launches it: its trial begins. */
export async function launchApp(
  { installations, as }: Billing,
  id: string,
  policy: Policy,
): Promise<void> {
  await installations.create(id, {
    appName: 'Project Assistant',
    providerName: 'Zhilian',
    customerName: id,
    contacts: ['Lin Yue'],
    merchantAccountOpened: true,
    customerAuthorized: true,
    seatsInUse: null,
  });
  const provider = as({ role: 'provider', userId: 'p', userName: 'P', installations: 'all' });
  await provider.publishPolicy(id, { policy, baseVersion: null });
  await provider.submit(id);
  await provider.launch(id);
}
