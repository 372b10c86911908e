import { describe, it } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import { contractChecks, type ContractHarness } from '../../../src/testing/index.js';
import { fetchFrom } from '../../helpers/http-handler.js';
import { createWorld, ORIGIN, type ServerWorld } from './server-world.js';

/** The server as the contract checks meet it: from a page, through the client. */
export function harnessOf(world: ServerWorld): ContractHarness {
  const { server, clock, gateway } = world;
  return {
    newInstallation: (facts) => world.newInstallation(facts),
    backendFor: (role, installationId) =>
      createHttpBackend({
        url: ORIGIN,
        token: world.welcome({
          role,
          userId: role,
          userName: role,
          installations: installationId === undefined ? 'all' : [installationId],
        }),
        fetch: fetchFrom({ handle: (request) => server.fetch(request) }),
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

describe('the server keeps the contract, seen through the HTTP client', () => {
  const harness = harnessOf(createWorld());
  for (const [name, check] of Object.entries(contractChecks)) {
    it(name, () => check(() => harness));
  }
});
