export { contractChecks } from './contract-checks.js';
export { ContractViolation } from './assert.js';
export { createTestClock, type TestClock } from './test-clock.js';
export type { ContractCheck, ContractHarness, HarnessGateway, NewInstallation } from './harness.js';
