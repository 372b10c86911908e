import type { ReactiveController } from 'lit';
import type { BackendError } from '../../contract/errors.js';
import type { BillingBackend, CallOptions, InstallationEntitlement } from '../../contract/index.js';
import { entitlement } from '../../domain/access/entitlement.js';
import { DAY_MS } from '../../domain/instant.js';
import type { Entitlement, Instant } from '../../domain/index.js';
import { BackendWatch } from '../../ui/backend-watch.js';
import { Remote, type CallHost } from '../../ui/remote.js';
import { ServerClock } from '../../ui/server-clock.js';
import { Backoff } from './backoff.js';
import { askOnce } from './ask-once.js';
import {
  forget,
  isUsable,
  nameOf,
  recall,
  remember,
  see,
  type Known,
} from './known-entitlement.js';

type AccessHost = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/**
 * What is known of the installation's right to be used.
 * `waiting`: nothing yet; `known`: `entitlement` holds now; `unknown`: nobody can say, so the host's choice counts;
 * `refused`: the backend was reached and does not let this person know.
 */
export type Access =
  | { kind: 'waiting' }
  | { kind: 'known'; answer: InstallationEntitlement; entitlement: Entitlement }
  | { kind: 'unknown' | 'refused'; error: BackendError };

/** How long a wait stays unmentioned. */
const MENTION_AFTER_MS = 300;

/**
 * Keeps an entitlement right (SPEC §6): begins with what an earlier page knew, asks once unless that is fresh, carries the facts
 * forward by the backend's clock, asks again when something changed or is in doubt, and lets the last known one hold until its own
 * end while the backend cannot be reached.
 */
export class GateAccess implements ReactiveController {
  /** As it stood when the host began its last update. */
  access: Access = { kind: 'waiting' };
  readonly clock: ServerClock;

  readonly #host: AccessHost;
  readonly #backoff: Backoff;
  readonly #remote: Remote<
    InstallationEntitlement,
    readonly [BillingBackend | null, string | null]
  >;
  #backend: BillingBackend | null | undefined;
  #installationId = '';
  #slow = false;
  /** The last answer in this page, or what an earlier one left. */
  #held: InstallationEntitlement | null = null;
  #above: number | null = null;
  /** Until when the answer of an earlier page spares the question; null once it was asked. */
  #freshUntil: Instant | null = null;
  #asked = false;
  /** Why the last question failed; stays while it is asked again. */
  #failure: BackendError | undefined;
  #alarmAt: Instant = '';
  #cancelAlarm = (): void => undefined;

  constructor(host: AccessHost) {
    this.#host = host;
    this.clock = new ServerClock(host, () => void this.refresh());
    this.#backoff = new Backoff(host, () => void this.refresh());
    this.#remote = new Remote(host, {
      args: () => [host.activeBackend, host.installationId || null] as const,
      load: ([backend, id], options) => this.#ask(backend, id, options),
      check: isUsable,
    });
    new BackendWatch(host, () => void this.refresh());
    host.addController(this);
  }

  /** The wait has become long enough to mention. */
  get slow(): boolean {
    return this.#slow;
  }

  /** The pixels that an earlier page needed above the app; null where that is not known. */
  get above(): number | null {
    return this.#above;
  }

  /** Asking again, for longer than people notice. */
  get busy(): boolean {
    return this.#remote.busy;
  }

  /** What is known could not be brought up to date. */
  get stale(): boolean {
    return this.#failure !== undefined;
  }

  /** Asks the backend again. Never rejects. */
  async refresh(): Promise<void> {
    this.#freshUntil = null;
    // What changed since would be missing from an answer that somebody else is waiting for.
    this.#asked = true;
    if (this.#remote.state !== 'idle') await this.#remote.refresh();
  }

  /** Takes the answer to a write. */
  take(answer: InstallationEntitlement): void {
    this.#remote.set(answer);
  }

  /** Takes in what changed and what was answered since. Once at the beginning of every update of the host. */
  update(): Access {
    const { activeBackend, installationId } = this.#host;
    if (activeBackend !== this.#backend || installationId !== this.#installationId) {
      this.#backend = activeBackend;
      this.#installationId = installationId;
      this.#begin();
    }
    // Ahead of its turn, so that no answer about another installation is drawn once more.
    this.#remote.hostUpdate();
    this.#absorb();
    this.access = this.#assess();
    return this.access;
  }

  hostUpdated(): void {
    const next = this.#nextLook();
    if (next === this.#alarmAt) return;
    // One that is due rings all the same: an update that came a moment before it does not ask the backend.
    if (this.clock.until(this.#alarmAt) > 0) this.#cancelAlarm();
    this.#alarmAt = next;
    if (next === '') return;
    this.#cancelAlarm = this.clock.at(next, () => {
      if (this.#alarmAt === next) this.#alarmAt = '';
      this.#host.requestUpdate();
      void this.refresh();
    });
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onHide);
    addEventListener('storage', this.#onStorage);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onHide);
    removeEventListener('storage', this.#onStorage);
    this.#cancelAlarm();
    this.#alarmAt = '';
  }

  readonly #onHide = (): void => {
    if (document.visibilityState === 'hidden' && this.#held) {
      see(this.#installationId, this.clock.now());
    }
  };

  /** Another tab was answered, or may not know any more. */
  readonly #onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key !== nameOf(this.#installationId)) return;
    if (newValue === null) void this.refresh();
    const known = recall(this.#installationId);
    if (!known || known.answer.now <= (this.#held?.now ?? '')) return;
    this.#hold(known);
    this.take(known.answer);
  };

  #ask(
    backend: BillingBackend,
    id: string,
    options: Required<CallOptions>,
  ): Promise<InstallationEntitlement> {
    if (this.#freshUntil !== null && this.#held) return Promise.resolve(this.#held);
    if (this.#asked) return backend.entitlement(id, options);
    this.#asked = true;
    return askOnce(backend, id);
  }

  /** When something changes next, be it the number of days left; blank when nothing will. */
  #nextLook(): Instant {
    if (this.access.kind !== 'known') return '';
    const { endsAt, daysLeft, nextChangeAt } = this.access.entitlement;
    const nextDay =
      endsAt !== null && daysLeft !== null && daysLeft > 1
        ? new Date(Date.parse(endsAt) - (daysLeft - 1) * DAY_MS).toISOString()
        : null;
    const all = [nextChangeAt, nextDay, this.#freshUntil];
    return all.filter((instant) => instant !== null).sort()[0] ?? '';
  }

  #begin(): void {
    this.#failure = undefined;
    this.#backoff.stop();
    this.#slow = this.#asked = false;
    const [backend, installationId] = [this.#backend, this.#installationId];
    setTimeout(() => {
      if (backend !== this.#backend || installationId !== this.#installationId) return;
      this.#slow = true;
      this.#host.requestUpdate();
    }, MENTION_AFTER_MS);
    if (this.#held?.installationId === installationId) return;
    this.#held = this.#above = this.#freshUntil = null;
    const known = recall(installationId);
    if (!known) return;
    this.#hold(known);
    this.#freshUntil = known.freshUntil;
    see(installationId, known.now);
  }

  #hold({ answer, now, above }: Known): void {
    this.#held = answer;
    this.#above = above;
    this.clock.sync(now);
  }

  #absorb(): void {
    const { value, error } = this.#remote;
    if (value && !error) {
      if (value !== this.#held) {
        this.#held = value;
        this.clock.sync(value.now);
        remember(value);
      }
      this.#failure = undefined;
      this.#backoff.stop();
    }
    if (!error || error === this.#failure) return;
    this.#failure = error;
    if (error.retryable) {
      this.#backoff.failed((error.retryAfter ?? 0) * 1000);
    } else {
      this.#backoff.stop();
    }
    if (!isRefusal(error)) return;
    this.#held = null;
    forget(this.#installationId);
  }

  #assess(): Access {
    const error = this.#failure;
    if (error && isRefusal(error)) return { kind: 'refused', error };
    const { value } = this.#remote;
    const answer = value ?? this.#held;
    if (answer) {
      const now = entitlement(answer.facts, this.clock.now());
      // What ended while the backend was out of reach may have been renewed meanwhile.
      const lapsed = now.blocked && !answer.blocked;
      // Until there is an answer only an open gate is worth showing: a closed one may have been paid for since.
      if (error ? !lapsed : value || !now.blocked) {
        return { kind: 'known', answer, entitlement: now };
      }
    }
    return error ? { kind: 'unknown', error } : { kind: 'waiting' };
  }
}

/** Whoever asks may not know, which is an answer too. */
function isRefusal({ code }: BackendError): boolean {
  return code === 'forbidden' || code === 'not-found';
}
