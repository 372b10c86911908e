import type { Installations, PlatformFacts } from '../../billing/index.js';
import type { SimulationInstallations } from './simulation.js';

/** What an installation is called when nobody says. */
const FACTS: PlatformFacts = {
  appName: '示例应用',
  providerName: '示例服务商',
  customerName: '示例企业',
  contacts: ['管理员'],
  merchantAccountOpened: true,
  customerAuthorized: true,
  seatsInUse: null,
};

export function createInstallations(
  installations: Installations,
  gate: () => Promise<void>,
): SimulationInstallations {
  return {
    async create(id, facts = {}) {
      await gate();
      await installations.create(id, { ...FACTS, ...facts });
    },
    async update(id, facts) {
      await gate();
      await installations.setPlatformFacts(id, facts);
    },
    async facts(id) {
      await gate();
      const found = await installations.get(id);
      return (
        found && {
          appName: found.appName,
          providerName: found.providerName,
          customerName: found.customerName,
          contacts: found.contacts,
          merchantAccountOpened: found.merchantAccountOpened,
          customerAuthorized: found.customerAuthorized,
          seatsInUse: found.subscription.seatsInUse ?? null,
        }
      );
    },
  };
}
