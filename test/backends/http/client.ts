import { createHttpBackend } from '../../../src/backends/http/index.js';
import type { BackendError, BillingBackend } from '../../../src/contract/index.js';
import { isBackendError } from '../../../src/contract/index.js';
import { createFakeBackend, type FakeBackend } from '../../helpers/fake-backend.js';
import { createHttpHandler, fetchFrom, type HttpHandler } from '../../helpers/http-handler.js';
import { createManualTimer, type ManualTimer } from '../../helpers/manual-timer.js';

export const URL_BASE = 'https://billing.example/api';

/** A client, the server it talks to, and the backend behind that. */
export interface Connected {
  client: BillingBackend;
  fake: FakeBackend;
  timer: ManualTimer;
  handler: HttpHandler;
  /** Every request that was sent. */
  requests: Request[];
}

/** Client → handler → `override` over canned answers. The handler serves at the root, so the base has no path. */
export function connect(override: Partial<BillingBackend> = {}): Connected {
  const fake = createFakeBackend(override);
  const timer = createManualTimer();
  const handler = createHttpHandler(fake);
  const requests: Request[] = [];
  const send = fetchFrom(handler);
  const client = createHttpBackend(
    {
      url: 'https://billing.example',
      fetch: (input, init) => {
        requests.push(new Request(input, init));
        return send(input, init);
      },
    },
    timer,
  );
  return { client, fake, timer, handler, requests };
}

/** A client whose tries get these answers, one after the other; the last one again and again. */
export function answeredBy(...answers: (() => Response | Promise<Response>)[]) {
  const timer = createManualTimer();
  const requests: Request[] = [];
  const client = createHttpBackend(
    {
      url: URL_BASE,
      fetch: async (input, init) => {
        const answer = answers[Math.min(requests.length, answers.length - 1)]!;
        requests.push(new Request(input, init));
        return answer();
      },
    },
    timer,
  );
  return { client, timer, requests };
}

/** What a promise fails with, which must be a BackendError. */
export async function failure(promise: Promise<unknown>): Promise<BackendError> {
  const error: unknown = await promise.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!isBackendError(error)) throw error;
  return error;
}
