import { afterAll, describe, it } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import type { BillingBackend } from '../../../src/contract/index.js';
import { contractChecks, type ContractHarness } from '../../../src/testing/index.js';
import { createHttpHandler, fetchFrom } from '../../helpers/http-handler.js';
import { localHarness } from '../local/local-harness.js';

/** The backend as it looks from the other end of the REST contract. */
function overHttp(backend: BillingBackend): BillingBackend {
  return createHttpBackend({
    url: 'https://billing.example',
    fetch: fetchFrom(createHttpHandler(backend)),
  });
}

describe('the HTTP client over the local backend keeps the contract', () => {
  const local = localHarness({ storage: 'memory' });
  const harness: ContractHarness = {
    ...local,
    backendFor: (role, installationId) => overHttp(local.backendFor(role, installationId)),
  };
  afterAll(() => local.close());

  for (const [name, check] of Object.entries(contractChecks)) {
    it(name, () => check(() => harness));
  }
});
