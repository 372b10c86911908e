export { createLocalBackend, type LocalBackend } from './local-backend.js';
export type { LocalBackendOptions } from './options.js';
export type { CallName, Fault, Faults } from './boundary.js';
export type { ClockStep, SettableClock } from './clock.js';
export type { GatewayControls, PayOptions, PayOutcome } from './gateway/controls.js';
export type { TransferDays } from './gateway/records.js';
export type { GatewaySettings } from './gateway/simulated-gateway.js';
export type { SentNotice } from './inbox.js';
export type {
  PayLinkAnswer,
  Simulation,
  SimulationClock,
  SimulationInstallations,
} from './simulation.js';
export type { PlatformFacts, Principal } from '../../billing/index.js';
