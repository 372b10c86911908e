import { createLocalBackend, type LocalBackendOptions } from '../../../src/backends/local/index.js';
import { createTestClock, type ContractHarness } from '../../../src/testing/index.js';

export interface LocalHarness extends ContractHarness {
  close(): Promise<void>;
}

/** A local backend as the contract checks want it: a clock that stands still, transfers that move by hand. */
export function localHarness(options: LocalBackendOptions): LocalHarness {
  const { simulation } = createLocalBackend({
    clock: createTestClock(),
    gateway: { transferDays: null },
    ...options,
  });
  let count = 0;
  return {
    async newInstallation(facts = {}) {
      const id = `installation-${++count}`;
      await simulation.installations.create(id, facts);
      return id;
    },
    backendFor: (role, installationId) =>
      simulation.as({
        role,
        userId: role,
        userName: role,
        installations: installationId === undefined ? 'all' : [installationId],
      }),
    clock: {
      now: () => Promise.resolve(simulation.clock.now()),
      advance: (by) => simulation.clock.advance(by),
    },
    work: () => simulation.work(),
    gateway: {
      async pay(number, { silent = false, ...how } = {}) {
        await simulation.gateway.pay(number, { notify: silent ? 'withhold' : 'now', ...how });
      },
      repeat: (number, state) => simulation.gateway.deliver(number, state),
      advanceTransfer: (number) => simulation.gateway.advanceTransfer(number),
      leaveNextTransfer: () => simulation.gateway.leaveTransfers(1),
      failNextRefund: () => simulation.gateway.failRefunds(1),
      authorizePayer: () => simulation.gateway.authorize('administrator'),
    },
    close: () => simulation.close(),
  };
}
