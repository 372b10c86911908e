import type { Principal } from '../../billing/index.js';
import type { Role } from '../../contract/index.js';
import type { Faults } from './boundary.js';
import type { SettableClock } from './clock.js';
import type { GatewaySettings } from './gateway/simulated-gateway.js';
import type { Simulation } from './simulation.js';

/** How a local backend is set up; everything has a default. */
export interface LocalBackendOptions {
  /** `memory`: gone with the page (default). `indexeddb`: survives reloads, and the tabs of one origin share it. */
  storage?: 'memory' | 'indexeddb';
  /** Which store; another name is another world. `seatkit` when absent. */
  name?: string;
  /** Who asks: a role as a person of that role who sees every installation, or someone in particular. Administrator when absent. */
  session?: Role | Principal;
  /** A clock of the host's own, such as a test clock. Else the device's, which the simulation can move; tabs move together. */
  clock?: SettableClock;
  gateway?: Partial<GatewaySettings>;
  /** Milliseconds of real time before every answer; 0 when absent. */
  latency?: number;
  /** What goes wrong at first; see `Simulation.setFaults`. */
  faults?: Faults;
  /**
   * Fills an empty store, once, by acting in it: make installations, then call the contract as anyone, moving the clock, so that the
   * history is a real one. While it runs the clock stands still between moves, ids are the same every time, and nobody else gets an answer.
   */
  seed?: (simulation: Simulation) => Promise<void>;
}

const NAMES: Readonly<Record<Role, string>> = {
  provider: '服务商',
  administrator: '管理员',
  member: '成员',
  operator: '平台客服',
};

/** A role as someone who has it. */
export function principalOf(session: Role | Principal): Principal {
  if (typeof session === 'object') return structuredClone(session);
  return { role: session, userId: session, userName: NAMES[session], installations: 'all' };
}
