import type { ReactiveController } from 'lit';
import { isEntitlement } from '../../contract/guards.js';
import type { BillingBackend, InstallationEntitlement } from '../../contract/index.js';
import { entitlement } from '../../domain/access/entitlement.js';
import { DAY_MS } from '../../domain/instant.js';
import type { Entitlement } from '../../domain/index.js';
import { BackendWatch } from '../../ui/backend-watch.js';
import { Remote, type CallHost } from '../../ui/remote.js';
import { ServerClock } from '../../ui/server-clock.js';
import { Backoff } from './backoff.js';
import { forget, recall, remember } from './known-entitlement.js';

type AccessHost = CallHost & {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
};

/**
 * What is known of the installation's right to be used.
 * `waiting`: nothing yet; `known`: `entitlement` holds now; `unknown`: nobody can say, so the host's choice counts.
 */
export type Access =
  | { kind: 'waiting' }
  | { kind: 'known'; answer: InstallationEntitlement; entitlement: Entitlement }
  | { kind: 'unknown'; answer: InstallationEntitlement | null };

/**
 * Keeps an entitlement right (SPEC §6): asks once, carries the facts forward by the backend's clock, asks again when something
 * changed or is in doubt, and lets the last known one hold until its own end while the backend cannot be reached.
 */
export class GateAccess implements ReactiveController {
  readonly #host: AccessHost;
  readonly #clock: ServerClock;
  readonly #backoff: Backoff;
  readonly #remote: Remote<
    InstallationEntitlement,
    readonly [BillingBackend | null, string | null]
  >;
  /** The answer the clock was set by. */
  #synced: InstallationEntitlement | null = null;
  #recalled: { installationId: string; answer: InstallationEntitlement | null } | null = null;
  #failure: unknown = null;
  #cancelAlarm = (): void => undefined;

  constructor(host: AccessHost) {
    this.#host = host;
    this.#clock = new ServerClock(host, () => void this.refresh());
    this.#backoff = new Backoff(host, () => void this.refresh());
    this.#remote = new Remote(host, {
      args: () => [host.activeBackend, host.installationId || null] as const,
      load: ([backend, id], options) => backend.entitlement(id, options),
      check: isEntitlement,
    });
    new BackendWatch(host, () => void this.refresh());
    host.addController(this);
  }

  /** Waiting for an answer for longer than people notice. */
  get busy(): boolean {
    return this.#remote.busy;
  }

  /** Milliseconds since the epoch, by the backend's clock. */
  get now(): number {
    return Date.parse(this.#clock.now());
  }

  /** Asks the backend again. Never rejects. */
  async refresh(): Promise<void> {
    if (this.#remote.state !== 'idle') await this.#remote.refresh();
  }

  /** Takes the answer to a write. */
  take(answer: InstallationEntitlement): void {
    this.#remote.set(answer);
  }

  /** Takes in what was answered since; then how it stands at this moment. Once at the beginning of every update of the host. */
  update(): Access {
    this.#absorb();
    return this.access;
  }

  /** As it stands at this moment. */
  get access(): Access {
    const { value, error } = this.#remote;
    if (value) {
      const now = entitlement(value.facts, this.#clock.now());
      // What ended while the backend was out of reach may have been renewed meanwhile.
      const lapsed = error !== undefined && now.blocked && !value.blocked;
      return lapsed
        ? { kind: 'unknown', answer: value }
        : { kind: 'known', answer: value, entitlement: now };
    }
    const known = this.#lastKnown();
    const held = known && entitlement(known.facts, this.#clock.now());
    // Only an open gate is worth showing early: a closed one may have been paid for since.
    if (known && held && !held.blocked) return { kind: 'known', answer: known, entitlement: held };
    if (!error) return { kind: 'waiting' };
    return { kind: 'unknown', answer: known };
  }

  hostUpdated(): void {
    this.#cancelAlarm();
    const { access } = this;
    if (access.kind !== 'known') return;
    const { endsAt, daysLeft, nextChangeAt } = access.entitlement;
    const nextDay =
      endsAt !== null && daysLeft !== null && daysLeft > 1
        ? new Date(Date.parse(endsAt) - (daysLeft - 1) * DAY_MS).toISOString()
        : null;
    const next = [nextChangeAt, nextDay].filter((instant) => instant !== null).sort()[0];
    if (next === undefined) return;
    this.#cancelAlarm = this.#clock.at(next, () => {
      this.#host.requestUpdate();
      if (next === nextChangeAt) void this.refresh();
    });
  }

  hostDisconnected(): void {
    this.#cancelAlarm();
  }

  #absorb(): void {
    const { value, error } = this.#remote;
    if (value && value !== this.#synced) {
      this.#synced = value;
      this.#recalled = { installationId: value.installationId, answer: value };
      this.#clock.sync(value.now);
      remember(value);
    }
    if (error === this.#failure) return;
    this.#failure = error ?? null;
    if (!error) {
      this.#backoff.stop();
    } else if (error.retryable) {
      this.#backoff.failed((error.retryAfter ?? 0) * 1000);
    } else {
      this.#backoff.stop();
      if (error.code === 'forbidden' || error.code === 'not-found')
        forget(this.#host.installationId);
    }
  }

  /** What an earlier visit left, read once for each installation. */
  #lastKnown(): InstallationEntitlement | null {
    const { installationId } = this.#host;
    if (this.#recalled?.installationId !== installationId) {
      const answer = installationId === '' ? null : recall(installationId);
      this.#recalled = { installationId, answer };
      if (answer) this.#clock.sync(answer.now);
    }
    return this.#recalled.answer;
  }
}
