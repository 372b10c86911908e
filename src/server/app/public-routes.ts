import { openApiDocument } from '../openapi/document.js';
import type { EntitlementSigner } from '../../verify/index.js';
import type { ServerStore } from '../store/index.js';
import type { Router } from './router.js';

/** What the routes for anybody need. */
export interface PublicContext {
  store: ServerStore;
  signer: EntitlementSigner | null;
  basePath: string;
  notifications: boolean;
}

/** How long others may keep what hardly ever changes, in seconds. */
const CACHE = { 'Cache-Control': 'public, max-age=300' };

/** What anybody may ask: whether the server lives, what it can do, and the keys that check its tokens. */
export function addPublicRoutes(
  router: Router,
  { store, signer, basePath, notifications }: PublicContext,
): void {
  router.add('GET', '/healthz', () => Response.json({ status: 'ok' }));
  router.add('GET', '/readyz', async () => {
    await store.ready();
    return Response.json({ status: 'ok' });
  });
  const document = openApiDocument({ basePath, keys: signer !== null, notifications });
  router.add('GET', '/openapi.json', () => Response.json(document, { headers: CACHE }));
  if (!signer) return;
  const keys = signer.keySet();
  router.add('GET', '/keys.json', () => Response.json(keys, { headers: CACHE }));
}
