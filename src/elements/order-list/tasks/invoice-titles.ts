import type { Order } from '../../../contract/index.js';
import type { InvoiceDetails } from '../../../domain/index.js';
import { INVOICE_FIELDS } from '../invoice-fields.js';

/** How many titles are offered; a company has few. */
const MOST = 5;

/**
 * The titles that invoices of an installation were made out to, the latest first: those of the orders at hand, and those that this browser
 * remembers. Another installation may be another company's, so that nothing is offered across.
 */
export function invoiceTitles(installationId: string, orders: readonly Order[]): InvoiceDetails[] {
  const invoices = orders
    .filter((order) => order.installationId === installationId)
    .flatMap(({ invoice }) => invoice ?? [])
    .sort((a, b) => Date.parse(b.requestedAt) - Date.parse(a.requestedAt))
    .map(({ details }) => details);
  return distinct([...invoices, ...remembered(installationId)]);
}

/** Keeps a title for the next invoice of the installation, on this device and origin. Where storage is blocked it is not kept. */
export function rememberTitle(installationId: string, details: InvoiceDetails): void {
  const titles = distinct([details, ...remembered(installationId)]);
  try {
    localStorage.setItem(keyOf(installationId), JSON.stringify(titles));
  } catch {
    // The orders at hand still offer theirs.
  }
}

/** Whether two are the same title, whatever else is written with it. */
export function sameTitle(
  a: Pick<InvoiceDetails, 'title' | 'taxNumber'>,
  b: Pick<InvoiceDetails, 'title' | 'taxNumber'>,
): boolean {
  return a.title === b.title && a.taxNumber === b.taxNumber;
}

function remembered(installationId: string): InvoiceDetails[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(installationId)) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap(readDetails) : [];
  } catch {
    return [];
  }
}

/** What is stored may be anybody's: only texts come back. */
function readDetails(stored: unknown): InvoiceDetails[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const record = stored as Readonly<Record<string, unknown>>;
  const texts = INVOICE_FIELDS.flatMap((name) => {
    const text = record[name];
    return typeof text === 'string' ? [[name, text] as const] : [];
  });
  const details = { title: '', taxNumber: '', ...Object.fromEntries(texts) };
  const type = record.type === 'special' ? 'special' : 'ordinary';
  return details.title === '' ? [] : [{ ...details, type }];
}

function distinct(titles: readonly InvoiceDetails[]): InvoiceDetails[] {
  return titles
    .filter((one, index) => titles.findIndex((other) => sameTitle(one, other)) === index)
    .slice(0, MOST);
}

function keyOf(installationId: string): string {
  return `seatkit:invoice-titles:${installationId}`;
}
