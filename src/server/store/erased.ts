/**
 * Records without the people in them. What the books need stays as it is: amounts, times, states, who sold to which company, and in which
 * role someone acted. Every record stays one that the contract allows.
 */
import type { AuditEntry, InstallationRecord, OrderRecord } from '../../billing/index.js';
import type { Complaint, Invoice, Person, Refund } from '../../contract/index.js';
import type { InvoiceDetails } from '../../domain/index.js';

/** Stands where a name or words were. */
export const ERASED = '—';

const CUSTOMERS: readonly Person['role'][] = ['administrator', 'member'];

function person(by: Person): Person {
  return CUSTOMERS.includes(by.role) ? { role: by.role, userId: ERASED, userName: ERASED } : by;
}

export function erasedInstallation(installation: InstallationRecord): InstallationRecord {
  return { ...installation, contacts: [] };
}

export function erasedOrder(order: OrderRecord): OrderRecord {
  return {
    ...order,
    createdBy: person(order.createdBy),
    refund: order.refund && erasedRefund(order.refund),
    invoice: order.invoice && erasedInvoice(order.invoice),
    complaints: order.complaints.map(erasedComplaint),
    timeline: order.timeline.map((entry) => ({ ...entry, by: person(entry.by) })),
  };
}

function erasedRefund(refund: Refund): Refund {
  return {
    ...refund,
    reason: ERASED,
    requestedBy: person(refund.requestedBy),
    decidedBy: refund.decidedBy && person(refund.decidedBy),
    // An answer may repeat whom it answers.
    decisionReason: refund.decisionReason === null ? null : ERASED,
  };
}

function erasedInvoice(invoice: Invoice): Invoice {
  return {
    ...invoice,
    details: erasedDetails(invoice.details),
    requestedBy: person(invoice.requestedBy),
  };
}

/** Whom the invoice was made out to belongs to the books; where it went and who answers the phone does not. */
function erasedDetails(details: InvoiceDetails): InvoiceDetails {
  const { type, title, taxNumber, bank, account } = details;
  return {
    type,
    title,
    taxNumber,
    ...(details.address !== undefined && { address: ERASED }),
    ...(details.phone !== undefined && { phone: ERASED }),
    ...(bank !== undefined && { bank }),
    ...(account !== undefined && { account }),
    postalAddress: ERASED,
  };
}

function erasedComplaint(complaint: Complaint): Complaint {
  return {
    ...complaint,
    contact: ERASED,
    messages: complaint.messages.map(({ at, by }) => ({ at, by: person(by), text: ERASED })),
  };
}

/** Parts of an entry's detail that name people, or are words of theirs. */
const PERSONAL: Readonly<Record<string, unknown>> = { contacts: [], reason: ERASED };

export function erasedEntry(entry: AuditEntry): AuditEntry {
  return { ...entry, by: person(entry.by), detail: erasedDetail(entry.detail) };
}

function erasedDetail(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return detail;
  const parts = Object.entries(detail).map(([name, value]: [string, unknown]) =>
    Object.hasOwn(PERSONAL, name) && value !== null ? [name, PERSONAL[name]] : [name, value],
  );
  return Object.fromEntries(parts) as unknown;
}
