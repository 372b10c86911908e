import type {
  BillingBackend,
  Installation,
  PublishedPolicy,
  Session,
} from '../../../contract/index.js';
import { BackendError } from '../../../contract/errors.js';
import {
  isInstallation,
  isPublishedPolicy,
  isPublishedPolicyOrNull,
  isSession,
} from '../../../contract/guards.js';
import { validatePolicy } from '../../../domain/policy/validate.js';
import { Action } from '../../../ui/action.js';
import { BackendWatch } from '../../../ui/backend-watch.js';
import { Remote, type CallHost } from '../../../ui/remote.js';
import { ServerClock } from '../../../ui/server-clock.js';
import type { PolicyPublishDetail } from '../events.js';

/** What the backend says about an installation, and who asks. */
export interface Facts {
  /** Whom it was asked, and about what. */
  backend: BillingBackend;
  installationId: string;
  session: Session;
  installation: Installation;
  published: PublishedPolicy | null;
}

type Host = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/** The installation in the backend: what is known of it, and what a provider can do. */
export class Workspace {
  readonly facts: Remote<Facts, readonly [BillingBackend | null, string | null]>;
  readonly clock: ServerClock;
  readonly publishing: Action<[PolicyPublishDetail], PublishedPolicy>;
  readonly submitting: Action<[], Installation>;
  readonly launching: Action<[], Installation>;

  constructor(host: Host) {
    this.facts = new Remote(host, {
      args: () => [host.activeBackend, host.installationId || null] as const,
      load: async ([backend, installationId], options) => {
        const [session, installation, published] = await Promise.all([
          backend.session(options),
          backend.installation(installationId, options),
          backend.policy(installationId, options),
        ]);
        return { backend, installationId, session, installation, published };
      },
      check: (value) => isFacts(value as Facts),
    });
    const refresh = () => void this.facts.refresh();
    this.clock = new ServerClock(host, refresh);
    new BackendWatch(host, refresh);
    this.publishing = new Action(host, async (options, detail) => {
      const { backend, installationId } = this.#known();
      const published = await backend.publishPolicy(installationId, detail, options);
      return shaped(published, isPublished);
    });
    this.submitting = new Action(host, async (options) => {
      const { backend, installationId } = this.#known();
      return shaped(await backend.submit(installationId, options), isInstallation);
    });
    this.launching = new Action(host, async (options) => {
      const { backend, installationId } = this.#known();
      return shaped(await backend.launch(installationId, options), isInstallation);
    });
  }

  /** Takes what a write answered, unless the element has turned to something else meanwhile. */
  learn(news: Partial<Pick<Facts, 'installation' | 'published'>>, about: Facts): boolean {
    const { value } = this.facts;
    if (value?.backend !== about.backend || value.installationId !== about.installationId) {
      return false;
    }
    this.facts.set({ ...value, ...news });
    return true;
  }

  #known(): Facts {
    const { value } = this.facts;
    if (!value) throw new BackendError('unavailable');
    return value;
  }
}

function isFacts({ session, installation, published }: Facts): boolean {
  return (
    isSession(session) &&
    isInstallation(installation) &&
    isPublishedPolicyOrNull(published) &&
    (published === null || validatePolicy(published.policy).ok)
  );
}

function isPublished(value: unknown): value is PublishedPolicy {
  return isPublishedPolicy(value) && validatePolicy(value.policy).ok;
}

function shaped<Value>(value: Value, check: (value: unknown) => boolean): Value {
  if (check(value)) return value;
  throw new BackendError('invalid-response');
}
