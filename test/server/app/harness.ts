import { createHttpBackend } from '../../../src/backends/http/index.js';
import type { ContractHarness } from '../../../src/testing/index.js';
import { ORIGIN, type StoredWorld } from './server-world.js';

/**
 * The server as the contract checks meet it: from a page, through the client.
 *
 * @param fetch how requests get to the server
 * @param url where the page thinks that it is
 */
export function harnessOf(
  world: StoredWorld,
  fetch: typeof globalThis.fetch,
  url = ORIGIN,
): ContractHarness {
  const { clock, gateway } = world;
  return {
    newInstallation: (facts) => world.newInstallation(facts),
    backendFor: (role, installationId) =>
      createHttpBackend({
        url,
        token: world.welcome({
          role,
          userId: role,
          userName: role,
          installations: installationId === undefined ? 'all' : [installationId],
        }),
        fetch,
      }),
    clock: { now: () => Promise.resolve(clock.now()), advance: (by) => world.advance(by) },
    work: () => world.work(),
    gateway: {
      async pay(number, { silent = false, ...how } = {}) {
        await gateway.pay(number, { notify: silent ? 'withhold' : 'now', ...how });
      },
      repeat: (number, state) => gateway.deliver(number, state),
      advanceTransfer: (number) => gateway.advanceTransfer(number),
      leaveNextTransfer: () => gateway.leaveTransfers(1),
      failNextRefund: () => gateway.failRefunds(1),
      authorizePayer: () => gateway.authorize('administrator'),
    },
  };
}
