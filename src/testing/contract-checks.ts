import { accessChecks } from './checks/access.js';
import { complaintChecks } from './checks/complaint.js';
import { installationChecks } from './checks/installation.js';
import { invoiceChecks } from './checks/invoice.js';
import { listingChecks } from './checks/listing.js';
import { orderingChecks } from './checks/ordering.js';
import { paymentChecks } from './checks/payment.js';
import { plumbingChecks } from './checks/plumbing.js';
import { refundChecks } from './checks/refund.js';
import { rightsChecks } from './checks/rights.js';
import { transferChecks } from './checks/transfer.js';
import type { ContractCheck } from './harness.js';

/**
 * Every rule of SPEC §1–§6 that can be seen through the contract, as named functions that need no test runner:
 *
 * ```ts
 * for (const [name, check] of Object.entries(contractChecks)) test(name, () => check(makeHarness));
 * ```
 */
export const contractChecks: Readonly<Record<string, ContractCheck>> = {
  ...installationChecks,
  ...accessChecks,
  ...orderingChecks,
  ...paymentChecks,
  ...transferChecks,
  ...refundChecks,
  ...invoiceChecks,
  ...complaintChecks,
  ...listingChecks,
  ...rightsChecks,
  ...plumbingChecks,
};
