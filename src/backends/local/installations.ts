import type { PlatformFacts } from '../../billing/index.js';
import type { Engine } from './engine.js';
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

export function createInstallations(gate: () => Promise<Engine>): SimulationInstallations {
  const installations = async () => (await gate()).billing.installations;
  return {
    async create(id, facts = {}) {
      await (await installations()).create(id, { ...FACTS, ...facts });
    },
    async update(id, facts) {
      await (await installations()).setPlatformFacts(id, facts);
    },
    async reportSeats(id, seatsInUse) {
      await (await installations()).reportSeats(id, seatsInUse);
    },
    async facts(id) {
      const found = await (await installations()).get(id);
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
