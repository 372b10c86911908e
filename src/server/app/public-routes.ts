import type { EntitlementSigner } from '../../verify/index.js';
import type { ServerStore } from '../store/index.js';
import type { Router } from './router.js';

/** What anybody may ask: whether the server lives, what it can do, and the keys that check its tokens. */
export function addPublicRoutes(
  router: Router,
  { store, signer }: { store: ServerStore; signer: EntitlementSigner | null },
): void {
  router.add('GET', '/healthz', () => Response.json({ status: 'ok' }));
  router.add('GET', '/readyz', async () => {
    await store.ready();
    return Response.json({ status: 'ok' });
  });
  if (!signer) return;
  const keys = JSON.stringify(signer.keySet());
  router.add(
    'GET',
    '/keys.json',
    () =>
      new Response(keys, {
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
      }),
  );
}
