import { beforeAll, describe, expect, it } from 'vitest';
import type { EntitlementState } from '../../src/domain/index.js';
import {
  requireEntitlement,
  type EntitlementGuardOptions,
  type EntitlementProblem,
  type EntitlementSigner,
} from '../../src/verify/index.js';
import {
  answerFor,
  APP,
  clockAt,
  ISSUER,
  later,
  LIFETIME,
  NOW,
  signerWithKey,
  STANDING,
} from '../helpers/entitlement-tokens.js';

let signer: EntitlementSigner;
let token: string;

beforeAll(async () => {
  ({ signer } = await signerWithKey());
  token = await signer.sign(answerFor(STANDING.active));
});

type Options = Partial<EntitlementGuardOptions<Request>>;

function checkWith(headers: Record<string, string>, options: Options = {}) {
  const check = requireEntitlement({
    keys: signer.keySet(),
    installationId: () => APP,
    issuer: ISSUER,
    now: clockAt(),
    ...options,
  });
  return check(new Request('https://app.example/api/things', { headers }));
}

/** The response instead of the host's own; fails where the request passes. */
async function refusalOf(headers: Record<string, string>, options: Options = {}) {
  const checked = await checkWith(headers, options);
  if (checked.ok) throw new Error('The request passed.');
  const { response } = checked;
  const problem = (await response.json()) as EntitlementProblem;
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(problem.status).toBe(response.status);
  expect(problem.title).not.toBe('');
  expect(problem.detail).not.toBe('');
  return { headers: response.headers, problem };
}

const tokenOf = (state: EntitlementState) => signer.sign(answerFor(STANDING[state]));

describe('requireEntitlement', () => {
  it.each<EntitlementState>(['trial', 'extra-trial', 'active', 'over-limit'])(
    'passes %s, with the entitlement',
    async (state) => {
      const checked = await checkWith({ 'Seatkit-Entitlement': await tokenOf(state) });
      expect(checked).toMatchObject({ ok: true, entitlement: { state, installationId: APP } });
    },
  );

  it.each<EntitlementState>(['not-launched', 'trial-expired', 'over-limit-blocked', 'expired'])(
    'answers 402 when %s',
    async (state) => {
      const { problem } = await refusalOf({ 'Seatkit-Entitlement': await tokenOf(state) });
      expect(problem).toMatchObject({
        type: 'urn:seatkit:problem:entitlement-blocked',
        status: 402,
        state,
      });
      expect(Object.keys(problem).sort()).toEqual(
        ['detail', 'endsAt', 'state', 'status', 'title', 'type'].sort(),
      );
    },
  );

  it('says when it ended', async () => {
    const { problem } = await refusalOf({ 'Seatkit-Entitlement': await tokenOf('expired') });
    expect(problem.endsAt).toBe(later(-86_400_000, NOW));
  });

  it.each([{}, { 'Seatkit-Entitlement': '' }, { 'Seatkit-Entitlement': 'Bearer ' }])(
    'answers 401 without a token: %j',
    async (sent) => {
      const { problem, headers } = await refusalOf(sent);
      expect(problem).toMatchObject({
        type: 'urn:seatkit:problem:entitlement-missing',
        status: 401,
      });
      expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="entitlement"');
    },
  );

  it('answers 401 to a token that is not accepted, and says why', async () => {
    const other = await signerWithKey();
    const cases: [string, string, Options][] = [
      ['malformed', 'a.b.c', {}],
      ['unknown-key', await other.signer.sign(answerFor(STANDING.active)), {}],
      ['wrong-installation', token, { installationId: () => 'in_43' }],
      ['wrong-issuer', token, { issuer: 'https://other.example' }],
      ['wrong-audience', token, { audience: 'app-1' }],
      ['expired', token, { now: clockAt(LIFETIME), clockToleranceMs: 0 }],
      ['not-yet-valid', token, { now: clockAt(-1), clockToleranceMs: 0 }],
    ];
    for (const [reason, text, options] of cases) {
      const { problem, headers } = await refusalOf({ 'Seatkit-Entitlement': text }, options);
      expect(problem).toMatchObject({
        type: 'urn:seatkit:problem:entitlement-refused',
        status: 401,
        reason,
      });
      expect(headers.get('WWW-Authenticate')).toContain('error="invalid_token"');
    }
  });

  it('answers 503 when nothing can be checked, for it is not the fault of who asks', async () => {
    const keys = { find: () => Promise.reject(new Error('offline')) };
    const { problem, headers } = await refusalOf({ 'Seatkit-Entitlement': token }, { keys });
    expect(problem).toMatchObject({ status: 503, reason: 'keys-unavailable' });
    expect(headers.get('Retry-After')).toBe('30');
  });

  it('asks the host whose installation the request is about', async () => {
    const seen: string[] = [];
    const checked = await checkWith(
      { 'Seatkit-Entitlement': token, 'X-Tenant': '42' },
      {
        installationId: (request) => {
          seen.push(request.url);
          return Promise.resolve(`in_${String(request.headers.get('X-Tenant'))}`);
        },
      },
    );
    expect(checked.ok).toBe(true);
    expect(seen).toEqual(['https://app.example/api/things']);
  });

  it('passes nobody when the host cannot tell', async () => {
    const lost = () => Promise.reject(new Error('no session'));
    const attempt = checkWith({ 'Seatkit-Entitlement': token }, { installationId: lost });
    await expect(attempt).rejects.toThrow('no session');
  });
});

describe('the token of a request', () => {
  it('may stand in any header, as a bearer token too', async () => {
    const from = { header: 'Authorization' };
    expect((await checkWith({ Authorization: `Bearer ${token}` }, { from })).ok).toBe(true);
    expect((await checkWith({ authorization: `bearer  ${token} ` }, { from })).ok).toBe(true);
    expect((await checkWith({ 'Seatkit-Entitlement': token }, { from })).ok).toBe(false);
  });

  it('may stand in a cookie, of that very name', async () => {
    const from = { cookie: 'seats' };
    const passes = async (Cookie: string) => (await checkWith({ Cookie }, { from })).ok;
    expect(await passes(`a=1; seats=${token}; b=2`)).toBe(true);
    expect(await passes(`seats=${token}`)).toBe(true);
    expect(await passes(`myseats=${token}; seats2=${token}`)).toBe(false);
    expect(await passes('seats=; a')).toBe(false);
    expect((await checkWith({ 'Seatkit-Entitlement': token }, { from })).ok).toBe(false);
  });
});
