import { beforeAll, describe, expect, it } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import { ROUTES } from '../../../src/schemas/index.js';
import { contractChecks, type ContractHarness } from '../../../src/testing/index.js';
import { fetchFrom } from '../../helpers/http-handler.js';
import { createAnswerCheck, type AnswerCheck } from '../openapi/answers.js';
import type { OpenApi } from '../openapi/open-api.js';
import { createWorld, ORIGIN, type ServerWorld } from './server-world.js';

/** The server as the contract checks meet it: from a page, through the client. */
function harnessOf(world: ServerWorld, seeAnswer: AnswerCheck['see']): ContractHarness {
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
        fetch: fetchFrom({
          async handle(request) {
            const response = await server.fetch(request);
            await seeAnswer(request, response);
            return response;
          },
        }),
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
  const world = createWorld();
  let check: AnswerCheck;
  beforeAll(async () => {
    const document = (await (await world.send('/openapi.json')).json()) as OpenApi;
    check = createAnswerCheck(document);
  });
  const harness = harnessOf(world, (request, response) => check.see(request, response));

  for (const [name, keeps] of Object.entries(contractChecks)) {
    it(name, () => keeps(() => harness));
  }

  it('answers as its OpenAPI document says, in every call', () => {
    expect(check.faults).toEqual([]);
    const answered = [...check.seen];
    const successes = Object.entries(ROUTES).map(([name, { status }]) => `${name} ${status}`);
    expect(answered).toEqual(expect.arrayContaining(successes));
    expect(answered).toEqual(expect.arrayContaining(['changes 200', 'allChanges 200']));
  });
});
