import type { Principal } from '../../billing/index.js';
import { sees } from '../../billing/principal.js';
import type { BillingBackend } from '../../contract/index.js';
import { across, type Boundary } from './boundary.js';
import { callsCarriedBy } from './calls.js';
import { createShiftedClock } from './clock.js';
import type { Engine } from './engine.js';
import type { GatewayControls } from './gateway/controls.js';
import { controlsThrough } from './gateway/through.js';
import { createInstallations } from './installations.js';
import { principalOf, type LocalBackendOptions } from './options.js';
import { followPageLink } from './page-link.js';
import { cryptoRandom } from './random.js';
import { createSimulationClock } from './simulation-clock.js';
import type { Simulation } from './simulation.js';
import { createWatchers } from './watchers.js';

/** A backend inside the page, and the hands on the world it simulates. */
export interface LocalBackend extends BillingBackend {
  readonly simulation: Simulation;
}

type Gate = () => Promise<Engine>;

const SMOOTH: Boundary = { latency: 0, faults: {} };

/**
 * Billing inside the page: the same rules as on a server, with a store in memory or IndexedDB and a gateway that moves no money.
 * For demos, trials and tests; nothing it says binds anyone. What runs behind the calls is loaded with the first of them.
 *
 * When storage fails, calls are refused with `unavailable` and a reason (`storage-full`, `storage-blocked`, `storage-too-new`);
 * the next call tries again, and nothing stored is lost.
 */
export function createLocalBackend(options: LocalBackendOptions = {}): LocalBackend {
  const { seed } = options;
  const shifted = createShiftedClock();
  const clock = options.clock ?? shifted;
  const watchers = createWatchers();
  const boundary: Boundary = { latency: options.latency ?? 0, faults: { ...options.faults } };
  let principal = principalOf(options.session ?? 'administrator');
  let loading: Promise<Engine> | null = null;
  let beginning: Promise<Engine> | null = null;

  const load: Gate = () => {
    loading ??= import('./engine.js').then(({ createEngine }) =>
      createEngine(options, { clock, own: options.clock ? null : shifted, watchers }),
    );
    loading.catch(() => (loading = null));
    return loading;
  };

  const begin: Gate = async () => {
    const engine = await load();
    await engine.begin(seed && (() => seed(seeding)));
    return engine;
  };

  /** Tried again by the next call when the store does not open. */
  const ready: Gate = () => {
    beginning ??= begin().catch((error: unknown) => {
      beginning = null;
      throw error;
    });
    return beginning;
  };

  function backendOf(who: () => Principal, how: Boundary, gate: Gate): BillingBackend {
    const calls = callsCarriedBy((name, callOptions, run) =>
      across(how, name, callOptions, async () => {
        const { billing } = await gate();
        return run(billing.as(who()));
      }),
    );
    return {
      ...calls,
      watch: (id, onChange) =>
        watchers.add(id, (change) => {
          const { installationId } = change;
          if (installationId === null || sees(who(), installationId)) onChange(change);
        }),
    };
  }

  const link = followPageLink(gatewayOf(ready), () => cryptoRandom(12));

  function simulationOf(gate: Gate): Simulation {
    return {
      setSession(session) {
        principal = principalOf(session);
        watchers.tellAll();
      },
      session: () => structuredClone(principal),
      as(session) {
        const someone = principalOf(session);
        return backendOf(() => someone, SMOOTH, gate);
      },
      clock: createSimulationClock(clock, gate),
      gateway: gatewayOf(gate),
      installations: createInstallations(gate),
      async notices() {
        return (await gate()).sentNotices();
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
        await (await gate()).work();
      },
      async reset() {
        const engine = await gate();
        await engine.clear();
        await engine.resetClock();
        beginning = null;
        await ready();
        watchers.tellAll();
      },
      onPayLink: (listener) => link.onAnswer(listener),
      async ready() {
        await gate();
      },
      async close() {
        link.close();
        watchers.clear();
        await (await loading)?.close();
      },
    };
  }

  /** A seed acts while everyone else still waits for it. */
  const seeding = simulationOf(load);
  return { ...backendOf(() => principal, boundary, ready), simulation: simulationOf(ready) };
}

function gatewayOf(gate: Gate): GatewayControls {
  return controlsThrough(async () => (await gate()).gateway);
}
