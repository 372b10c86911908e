import type { PlatformFacts, Principal } from '../../billing/index.js';
import { sees } from '../../billing/principal.js';
import type { BillingBackend } from '../../contract/index.js';
import { across, type Boundary } from './boundary.js';
import { callsCarriedBy } from './calls.js';
import { stepMs, toMs } from './clock.js';
import { createEngine, type Engine } from './engine.js';
import { principalOf, type LocalBackendOptions } from './options.js';
import { followPageLink } from './page-link.js';
import { cryptoRandom } from './random.js';
import type { Simulation } from './simulation.js';

/** A backend inside the page, and the hands on the world it simulates. */
export interface LocalBackend extends BillingBackend {
  readonly simulation: Simulation;
}

/** What an installation is called when nobody says. */
const FACTS: PlatformFacts = {
  appName: '示例应用',
  providerName: '示例服务商',
  customerName: '示例企业',
  contacts: ['管理员'],
  merchantAccountOpened: true,
  customerAuthorized: true,
  seatsInUse: null,
};

/**
 * Billing inside the page: the same rules as on a server, with a store in memory or IndexedDB and a gateway that moves no money.
 * For demos, trials and tests; nothing it says binds anyone.
 */
export function createLocalBackend(options: LocalBackendOptions = {}): LocalBackend {
  const engine = createEngine(options);
  const boundary: Boundary = { latency: options.latency ?? 0, faults: { ...options.faults } };
  let principal = principalOf(options.session ?? 'administrator');
  let beginning: Promise<void> | null = null;

  const { seed } = options;
  /** Tried again by the next call when the store does not open. */
  const ready = (): Promise<void> => {
    beginning ??= engine
      .begin(seed && (() => seed(simulationFor(() => Promise.resolve()))))
      .catch((error: unknown) => {
        beginning = null;
        throw error;
      });
    return beginning;
  };

  const backendFor = (
    who: () => Principal,
    how: () => Boundary,
    gate: () => Promise<void>,
  ): BillingBackend => ({
    ...callsCarriedBy((name, callOptions, run) =>
      across(how(), name, callOptions, async () => {
        await gate();
        return run(engine.billing.as(who()));
      }),
    ),
    watch: (id, onChange) =>
      engine.watchers.add(id, (change) => {
        if (sees(who(), change.installationId)) onChange(change);
      }),
  });

  const link = followPageLink(engine.gateway(ready), () => cryptoRandom(12));

  function simulationFor(gate: () => Promise<void>): Simulation {
    return {
      setSession(session) {
        principal = principalOf(session);
        engine.watchers.tellAll();
      },
      session: () => structuredClone(principal),
      as(session) {
        const someone = principalOf(session);
        return backendFor(
          () => someone,
          () => ({ latency: 0, faults: {} }),
          gate,
        );
      },
      clock: clockOf(engine, gate),
      gateway: engine.gateway(gate),
      installations: {
        async create(id, facts = {}) {
          await gate();
          await engine.billing.installations.create(id, { ...FACTS, ...facts });
        },
        async update(id, facts) {
          await gate();
          await engine.billing.installations.setPlatformFacts(id, facts);
        },
        async facts(id) {
          await gate();
          const found = await engine.billing.installations.get(id);
          if (!found) return null;
          const { appName, providerName, customerName, contacts } = found;
          const { merchantAccountOpened, customerAuthorized, subscription } = found;
          return {
            appName,
            providerName,
            customerName,
            contacts,
            merchantAccountOpened,
            customerAuthorized,
            seatsInUse: subscription.seatsInUse ?? null,
          };
        },
      },
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

  return {
    ...backendFor(
      () => principal,
      () => boundary,
      ready,
    ),
    simulation: simulationFor(ready),
  };
}

function clockOf({ clock, moveTo, resetClock }: Engine, gate: () => Promise<void>) {
  return {
    now: () => clock.now(),
    async set(instant: string) {
      await gate();
      await moveTo(toMs(instant));
    },
    async advance(by: Parameters<typeof stepMs>[0]) {
      await gate();
      await moveTo(toMs(clock.now()) + stepMs(by));
    },
    async reset() {
      await gate();
      await resetClock();
    },
    onMove: (listener: () => void) => clock.onMove(listener),
  };
}
