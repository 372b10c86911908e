import type { Principal } from '../../billing/index.js';
import { sees } from '../../billing/principal.js';
import type { BillingBackend } from '../../contract/index.js';
import { across, type Boundary } from './boundary.js';
import { callsCarriedBy } from './calls.js';
import { createEngine } from './engine.js';
import { createInstallations } from './installations.js';
import { principalOf, type LocalBackendOptions } from './options.js';
import { followPageLink } from './page-link.js';
import { cryptoRandom } from './random.js';
import { createSimulationClock } from './simulation-clock.js';
import type { Simulation } from './simulation.js';

/** A backend inside the page, and the hands on the world it simulates. */
export interface LocalBackend extends BillingBackend {
  readonly simulation: Simulation;
}

type Gate = () => Promise<void>;

const SMOOTH: Boundary = { latency: 0, faults: {} };

/**
 * Billing inside the page: the same rules as on a server, with a store in memory or IndexedDB and a gateway that moves no money.
 * For demos, trials and tests; nothing it says binds anyone.
 *
 * When storage fails, calls are refused with `unavailable` and a reason (`storage-full`, `storage-blocked`, `storage-too-new`);
 * the next call tries again, and nothing stored is lost.
 */
export function createLocalBackend(options: LocalBackendOptions = {}): LocalBackend {
  const { seed } = options;
  const engine = createEngine(options);
  const boundary: Boundary = { latency: options.latency ?? 0, faults: { ...options.faults } };
  let principal = principalOf(options.session ?? 'administrator');
  let beginning: Promise<void> | null = null;

  /** Tried again by the next call when the store does not open. */
  const ready: Gate = () => {
    beginning ??= engine.begin(seed && (() => seed(seeding))).catch((error: unknown) => {
      beginning = null;
      throw error;
    });
    return beginning;
  };

  function backendOf(who: () => Principal, how: Boundary, gate: Gate): BillingBackend {
    const calls = callsCarriedBy((name, callOptions, run) =>
      across(how, name, callOptions, async () => {
        await gate();
        return run(engine.billing.as(who()));
      }),
    );
    return {
      ...calls,
      watch: (id, onChange) =>
        engine.watchers.add(id, (change) => {
          if (sees(who(), change.installationId)) onChange(change);
        }),
    };
  }

  const link = followPageLink(engine.gateway(ready), () => cryptoRandom(12));

  function simulationOf(gate: Gate): Simulation {
    return {
      setSession(session) {
        principal = principalOf(session);
        engine.watchers.tellAll();
      },
      session: () => structuredClone(principal),
      as(session) {
        const someone = principalOf(session);
        return backendOf(() => someone, SMOOTH, gate);
      },
      clock: createSimulationClock(engine, gate),
      gateway: engine.gateway(gate),
      installations: createInstallations(engine.billing.installations, gate),
      async notices() {
        await gate();
        return engine.sentNotices();
      },
      setLatency(ms) {
        boundary.latency = ms;
      },
      latency: () => boundary.latency,
      setFaults(faults) {
        boundary.faults = { ...faults };
      },
      faults: () => ({ ...boundary.faults }),
      async work() {
        await gate();
        await engine.work();
      },
      async reset() {
        await gate();
        await engine.clear();
        await engine.resetClock();
        beginning = null;
        await ready();
        engine.watchers.tellAll();
      },
      onPayLink: (listener) => link.onAnswer(listener),
      ready: gate,
      async close() {
        link.close();
        await engine.close();
      },
    };
  }

  /** A seed acts while everyone else still waits for it. */
  const seeding = simulationOf(() => Promise.resolve());
  return { ...backendOf(() => principal, boundary, ready), simulation: simulationOf(ready) };
}
