import { expect } from '@open-wc/testing';
import {
  createEntitlementSigner,
  createSigningKey,
  requireEntitlement,
  verifyEntitlement,
  type EntitlementSigner,
  type EntitlementSigningKey,
} from '../../src/verify/index.js';
import {
  answerFor,
  APP,
  claimsIn,
  clockAt,
  encoded,
  ISSUER,
  LIFETIME,
  partsOf,
  signed,
  STANDING,
} from '../helpers/entitlement-tokens.js';

/** The engine's own WebCrypto, as workers of its kind have it. */
describe('signed entitlements in this engine', () => {
  let key: EntitlementSigningKey;
  let signer: EntitlementSigner;
  let token: string;

  before(async () => {
    key = await createSigningKey();
    signer = await createEntitlementSigner({ issuer: ISSUER, key });
    token = await signer.sign(answerFor(STANDING.active));
  });

  const verify = (text: string, ms = 0, keys = signer.keySet()) =>
    verifyEntitlement(text, keys, {
      installationId: APP,
      issuer: ISSUER,
      clockToleranceMs: 0,
      now: clockAt(ms),
    });

  it('are made and accepted until their end', async () => {
    const result = await verify(token, LIFETIME - 1);
    expect(result.ok && result.entitlement.state).to.equal('active');
    expect(await verify(token, LIFETIME)).to.deep.equal({ ok: false, reason: 'expired' });
  });

  it('are refused when signature, claims or key are others', async () => {
    const [header, payload, signature] = partsOf(token);
    const changed = Uint8Array.from(signature!);
    changed[5]! ^= 1;
    const forged = { ...claimsIn(token), seats: 999 };
    const other = await createSigningKey();
    for (const text of [
      [header!, payload!, changed].map(encoded).join('.'),
      [header!, forged, signature!].map(encoded).join('.'),
      await signed({ ...other, kid: key.kid }, claimsIn(token)),
    ]) {
      expect(await verify(text)).to.deep.equal({ ok: false, reason: 'bad-signature' });
    }
  });

  it('are refused by a key that is no point of the curve', async () => {
    const keys = signer.keySet();
    keys.keys[0]!.x = encoded(new Uint8Array(32));
    // Some engines look at the point when they import the key, others when they use it.
    expect((await verify(token, 0, keys)).ok).to.equal(false);
  });

  it('stop a request with 402 when the app is blocked', async () => {
    const check = requireEntitlement({
      keys: signer.keySet(),
      installationId: () => APP,
      now: clockAt(),
    });
    const blocked = await signer.sign(answerFor(STANDING['trial-expired']));
    const ask = (text: string) =>
      check(new Request('/api', { headers: { 'Seatkit-Entitlement': text } }));
    expect((await ask(token)).ok).to.equal(true);
    const result = await ask(blocked);
    expect(result.ok || result.response.status).to.equal(402);
  });
});

describe('a page over plain HTTP, which has no WebCrypto', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    // A frame has modules and globals of its own.
    frame = document.createElement('iframe');
    document.body.append(frame);
    const { crypto } = frame.contentWindow as unknown as { crypto: Crypto };
    Object.defineProperty(crypto, 'subtle', { value: undefined });
  });

  afterEach(() => frame.remove());

  it('can import it, and hears why nothing can be signed', async () => {
    const heard = new Promise<unknown>((resolve) => {
      window.addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    const page = frame.contentDocument!;
    const script = page.createElement('script');
    script.type = 'module';
    script.textContent = `
      import { createSigningKey } from '${new URL('../../src/verify/index.ts', import.meta.url).href}';
      createSigningKey().catch(({ message }) => parent.postMessage(message, '*'));`;
    page.body.append(script);
    expect(await heard).to.contain('WebCrypto');
  });
});
