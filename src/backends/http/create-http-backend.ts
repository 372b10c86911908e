import { BackendError, type BillingBackend, type CallOptions } from '../../contract/index.js';
import type { CallInputs, CallName, CallResult } from '../../schemas/calls.js';
import { errorFrom } from '../../schemas/error-from-problem.js';
import { ROUTES } from '../../schemas/routes.js';
import { defaultEnvironment, type HttpEnvironment } from './environment.js';
import { createOpenStream } from './open-stream.js';
import { parseBase, requestOf, type OutgoingParts } from './request.js';
import { withRetries } from './retry.js';
import { createTransport, type HttpBackendOptions } from './transport.js';
import { createWatch } from './watch.js';

/** The parts of a call: `input` exactly where it has one. */
type Parts<Name extends CallName> = Omit<OutgoingParts, 'input'> &
  (CallInputs[Name] extends null ? unknown : { input: CallInputs[Name] & object });

/**
 * A backend at the other end of the REST contract. Calls that are safe to repeat, which are those that read and those with an
 * idempotency key, are tried up to three times when the network or the server fails; `Retry-After` is kept to, and told to the
 * caller when it is longer than 10 s. Failures are `BackendError`s; a call whose signal aborts rejects with the signal's reason.
 * `watch` hears nothing where the server has no stream.
 * @throws {TypeError} when `url` is not a plain http(s) address
 */
export function createHttpBackend(
  options: HttpBackendOptions,
  environment: HttpEnvironment = defaultEnvironment,
): BillingBackend {
  const base = parseBase(options.url);
  const transport = createTransport(options, environment);

  async function call<Name extends CallName>(
    name: Name,
    parts: Parts<Name>,
    { signal }: CallOptions = {},
  ): Promise<CallResult<Name>> {
    const route = ROUTES[name];
    const request = requestOf(base, route, parts);
    const attempt = () =>
      transport<CallResult<Name>>(
        request,
        async (response) => {
          const body = parseJson(await response.text());
          if (!response.ok) throw errorFrom(body, response.status, response.headers);
          const answer = route.output.safeParse(body);
          if (!answer.success) throw new BackendError('invalid-response', { cause: answer.error });
          return answer.data;
        },
        signal,
      );
    const repeatable = route.method === 'GET' || route.keyed;
    return repeatable ? withRetries(attempt, environment, signal) : attempt();
  }

  return {
    session: (options) => call('session', {}, options),
    installation: (id, options) => call('installation', { id }, options),
    policy: (id, options) => call('policy', { id }, options),
    policyVersions: (id, options) => call('policyVersions', { id }, options),
    publishPolicy: (id, input, options) => call('publishPolicy', { id, input }, options),
    submit: (id, options) => call('submit', { id }, options),
    launch: (id, options) => call('launch', { id }, options),
    entitlement: (id, options) => call('entitlement', { id }, options),
    startExtraTrial: (id, key, options) => call('startExtraTrial', { id, key }, options),
    quote: (id, input, options) => call('quote', { id, input }, options),
    createOrder: (id, { key, ...input }, options) =>
      call('createOrder', { id, key, input }, options),
    cancelOrder: (id, options) => call('cancelOrder', { id }, options),
    lowerPrice: (id, { key, ...input }, options) => call('lowerPrice', { id, key, input }, options),
    startPayment: (id, { key, ...input }, options) =>
      call('startPayment', { id, key, input }, options),
    confirmTransfer: (id, { key, ...input }, options) =>
      call('confirmTransfer', { id, key, input }, options),
    order: (id, options) => call('order', { id }, options),
    orders: (filter, cursor, options) =>
      call('orders', { input: cursor === null ? filter : { ...filter, cursor } }, options),
    requestRefund: (id, { key, ...input }, options) =>
      call('requestRefund', { id, key, input }, options),
    decideRefund: (id, input, options) => call('decideRefund', { id, input }, options),
    requestInvoice: (id, { key, ...input }, options) =>
      call('requestInvoice', { id, key, input }, options),
    markInvoice: (id, status, options) => call('markInvoice', { id, input: { status } }, options),
    fileComplaint: (id, { key, ...input }, options) =>
      call('fileComplaint', { id, key, input }, options),
    answerComplaint: (id, input, options) => call('answerComplaint', { id, input }, options),
    watch: createWatch(createOpenStream(base, transport), environment),
  };
}

/** The body as JSON; undefined for anything else, such as an error page, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
