import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  entitlementMiddleware,
  type EntitlementGuardOptions,
  type EntitlementSigner,
  type MiddlewareResponse,
} from '../../src/verify/index.js';
import { answerFor, APP, clockAt, signerWithKey, STANDING } from '../helpers/entitlement-tokens.js';

let signer: EntitlementSigner;
let close: (() => Promise<void>) | null = null;
/** The host's own answers, which only requests that pass reach. */
let served: unknown[];

beforeAll(async () => {
  ({ signer } = await signerWithKey());
});

afterEach(async () => {
  await close?.();
  close = null;
});

type Options = Partial<EntitlementGuardOptions<IncomingMessage>>;

/** A real server with the middleware before a route that says what it was given. */
async function serve(options: Options = {}, locals?: Record<string, unknown>) {
  served = [];
  const middleware = entitlementMiddleware({
    keys: signer.keySet(),
    installationId: (request: IncomingMessage) => `in_${String(request.headers['x-tenant'])}`,
    now: clockAt(),
    ...options,
  });
  const server = createServer(
    (request, response: ServerResponse & Pick<MiddlewareResponse, 'locals'>) => {
      if (locals) response.locals = locals;
      middleware(request, response, (error) => {
        if (error) response.statusCode = 500;
        else served.push(response.locals);
        response.end(error instanceof Error ? error.message : 'things');
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => server.close(() => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return (headers: Record<string, string>) =>
    fetch(url, { headers: { 'X-Tenant': '42', Connection: 'close', ...headers } });
}

describe('entitlementMiddleware', () => {
  it('passes on who may use the app, with the entitlement beside what is there', async () => {
    const locals = { user: 'u-1' };
    const ask = await serve({}, locals);
    const token = await signer.sign(answerFor(STANDING.active));
    const response = await ask({ 'Seatkit-Entitlement': token });
    expect([response.status, await response.text()]).toEqual([200, 'things']);
    const entitlement: unknown = expect.objectContaining({ installationId: APP, seats: 30 });
    expect(served).toEqual([{ user: 'u-1', entitlement }]);
    expect(served[0]).toBe(locals);
  });

  it('needs nothing of Express but what node:http has', async () => {
    const ask = await serve({ from: { cookie: 'seats' } });
    const token = await signer.sign(answerFor(STANDING.trial));
    expect((await ask({ Cookie: `theme=dark; seats=${token}` })).status).toBe(200);
    expect(served).toMatchObject([{ entitlement: { state: 'trial' } }]);
  });

  it('answers 402 itself when the app is blocked', async () => {
    const ask = await serve();
    const token = await signer.sign(answerFor(STANDING.expired));
    const response = await ask({ 'Seatkit-Entitlement': token });
    expect(response.status).toBe(402);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ status: 402, state: 'expired' });
    expect(served).toEqual([]);
  });

  it('answers 401 without a token, and to that of another company', async () => {
    const ask = await serve();
    const missing = await ask({});
    expect(missing.status).toBe(401);
    expect(missing.headers.get('WWW-Authenticate')).toContain('Bearer');
    const token = await signer.sign(answerFor(STANDING.active));
    const foreign = await ask({ 'Seatkit-Entitlement': token, 'X-Tenant': '43' });
    expect(foreign.status).toBe(401);
    expect(await foreign.json()).toMatchObject({ reason: 'wrong-installation' });
    expect(served).toEqual([]);
  });

  it('answers 401 to a header sent twice', async () => {
    const ask = await serve();
    const token = await signer.sign(answerFor(STANDING.active));
    const response = await ask({ 'Seatkit-Entitlement': `${token}, ${token}` });
    expect(await response.json()).toMatchObject({ status: 401, reason: 'malformed' });
  });

  it('hands what the host throws to its own error handler', async () => {
    const ask = await serve({ installationId: () => Promise.reject(new Error('no session')) });
    const token = await signer.sign(answerFor(STANDING.active));
    const response = await ask({ 'Seatkit-Entitlement': token });
    expect([response.status, await response.text()]).toEqual([500, 'no session']);
    expect(served).toEqual([]);
  });
});
