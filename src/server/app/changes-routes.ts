import { RIGHTS, type Billing } from '../../billing/index.js';
import { BackendError } from '../../contract/index.js';
import { CHANGES_ROUTES } from '../../schemas/index.js';
import type { Visitor } from '../auth/authenticate.js';
import type { ChangeStreams } from '../events/change-streams.js';
import type { Asked, Router } from './router.js';
import { visitorKey, type SignIn } from './visitors.js';

/** What the streams of changes need. */
export interface ChangesContext {
  billing: Billing;
  signIn: SignIn;
  streams: ChangeStreams;
  /** Of one visitor at a time. */
  mostStreams: number;
}

/** After so long a stream ends and the page connects anew, so that a right taken away does not outlive it. */
const LONGEST_MS = 60 * 60_000;

/** Seconds to wait for who has too many open. */
const BUSY_SECONDS = 10;

export function addChangesRoutes(router: Router, context: ChangesContext): void {
  const { billing, signIn, streams, mostStreams } = context;
  const open = new Map<string, number>();

  async function answer({ request, visit }: Asked, watched: string | null): Promise<Response> {
    const visitor = await signIn(request, visit);
    const { installations } = visitor;
    if (watched !== null) await billing.as(visitor).installation(watched);
    const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };
    if (request.method === 'HEAD') return new Response(null, { headers });
    const lifetime = lifetimeOf(visitor);
    if (lifetime <= 0) throw new BackendError('unauthenticated');
    const leave = enter(open, visitorKey(visitor), mostStreams);
    const scope = {
      installations: watched === null ? installations : [watched],
      watched,
      orders: RIGHTS.order.includes(visitor.role),
    };
    const body = await streams.open(scope, request.headers.get('Last-Event-ID'), lifetime, leave);
    return new Response(body, { headers });
  }

  const { one, all } = CHANGES_ROUTES;
  router.add(one.method, one.path, (asked) => answer(asked, asked.id));
  router.add(all.method, all.path, (asked) => answer(asked, null));
}

/** Counts a stream in, and gives how to count it out. @throws BackendError `rate-limited` */
function enter(open: Map<string, number>, key: string, most: number): () => void {
  const count = open.get(key) ?? 0;
  if (count >= most) throw new BackendError('rate-limited', { retryAfter: BUSY_SECONDS });
  open.set(key, count + 1);
  return () => {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) open.set(key, left);
    else open.delete(key);
  };
}

function lifetimeOf({ expiresAt }: Visitor): number {
  if (expiresAt === undefined) return LONGEST_MS;
  return Math.min(LONGEST_MS, Date.parse(expiresAt) - Date.now());
}
