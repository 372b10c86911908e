import type {
  Billing,
  Clock,
  EventSink,
  Ids,
  Notifier,
  PaymentGateway,
} from '../../billing/index.js';
import type { EntitlementSigner } from '../../verify/index.js';
import type { Authenticate } from '../auth/authenticate.js';
import type { Log } from '../log.js';
import type { ServerStore } from '../store/index.js';

/** What a server is made of. */
export interface ServerOptions {
  store: ServerStore;
  gateway: PaymentGateway;
  authenticate: Authenticate;
  notifier: Notifier;
  /** Hears what happened; null or absent where nobody listens. */
  events?: EventSink | null;
  /** Signs the `token` of every entitlement, and publishes its keys at `/keys.json`. */
  signer?: EntitlementSigner | null;
  /** Answers `POST /v1/notifications/wechat-pay`. */
  notifications?: ((request: Request, billing: Billing) => Promise<Response>) | null;
  /** Which pages of other origins may call, such as `https://console.example`. None when absent. */
  cors?: { origins: readonly string[] };
  limits?: Limits;
  log?: Log;
  clock?: Clock;
  ids?: Ids;
  /** Beneath which path everything is served, such as `/billing`. At the root when absent. */
  basePath?: string;
  /** Called after everything that may have left work: wakes the worker. */
  onWork?: () => void;
}

/** How much one visitor may ask for. Each process counts for itself: two behind a balancer let through up to twice as much. */
export interface Limits {
  /** Requests a second of one visitor in the long run; 20 when absent. */
  requestsPerSecond?: number;
  /** Requests of one visitor at once, before the rate above holds; 100 when absent. */
  burst?: number;
  /** Streams of changes that one visitor has open at a time; 20 when absent. */
  streams?: number;
  /** How long the body of a request may take to arrive, in milliseconds; 10 000 when absent. */
  bodyMs?: number;
}

/** Serves the REST contract. */
export interface SeatkitServer {
  /** Answers a request; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** For workers, and for calls of the host's own. */
  billing: Billing;
  /** Ends streams and waits for the requests under way; later ones are answered with 503. */
  close(): Promise<void>;
}
