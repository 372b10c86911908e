import { isCreditCode } from './credit-code.js';
import type { InvoiceDetails, InvoiceField, InvoiceIssue, InvoiceValidation } from './types.js';

/** The most bytes of a title in GBK. */
const TITLE_BYTES = 100;

/** The most characters of the other texts (chosen: longer than any real one). */
const TEXT_LENGTHS = {
  address: 200,
  phone: 50,
  bank: 200,
  account: 50,
  email: 254,
  postalAddress: 200,
} as const;

type OptionalField = keyof typeof TEXT_LENGTHS;

const SPECIAL_FIELDS: readonly OptionalField[] = ['address', 'phone', 'bank', 'account'];

const TAX_NUMBER = /^[0-9A-Z]+$/;
const TAX_NUMBER_LENGTHS: readonly number[] = [15, 17, 18, 20];

/** One @ with something before it and a dotted name after it; whether mail arrives only sending shows. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/**
 * Checks what an invoice is asked for with (SPEC §5 "Invoice"). Every issue is reported; `warnings` do not stand in the way.
 * A title may have 100 bytes in GBK, see {@link gbkLength}.
 *
 * @returns with `ok` the details as {@link normalizeInvoice} writes them
 */
export function validateInvoice(input: InvoiceDetails): InvoiceValidation {
  const details = normalizeInvoice(input);
  const issues = [
    ...titleIssues(details),
    ...taxNumberIssues(details),
    ...textIssues(details),
    ...destinationIssues(details),
  ];
  const warnings = checkDigitWarnings(details);
  return issues.length === 0 ? { ok: true, details, warnings } : { ok: false, issues, warnings };
}

/** The details as they are kept: trimmed, the tax number in capitals, nothing where a text is empty. */
export function normalizeInvoice(input: InvoiceDetails): InvoiceDetails {
  const details: InvoiceDetails = {
    type: input.type,
    title: input.title.trim(),
    taxNumber: input.taxNumber.trim().toUpperCase(),
  };
  for (const field of optionalFields()) {
    const text = input[field]?.trim();
    if (text) details[field] = text;
  }
  return details;
}

/** How many bytes a text has in GBK: one for ASCII, two for any other character, four beyond the basic plane (as in GB 18030). */
export function gbkLength(text: string): number {
  let bytes = 0;
  // Characters beyond the basic plane are two UTF-16 units.
  for (let index = 0; index < text.length; index++) bytes += text.charCodeAt(index) < 0x80 ? 1 : 2;
  return bytes;
}

function titleIssues({ title }: InvoiceDetails): InvoiceIssue[] {
  if (title === '') return [{ code: 'missing', field: 'title' }];
  if (gbkLength(title) <= TITLE_BYTES) return [];
  return [{ code: 'too-long', field: 'title', max: TITLE_BYTES }];
}

function taxNumberIssues({ taxNumber }: InvoiceDetails): InvoiceIssue[] {
  const field: InvoiceField = 'taxNumber';
  if (taxNumber === '') return [{ code: 'missing', field }];
  const valid = TAX_NUMBER.test(taxNumber) && TAX_NUMBER_LENGTHS.includes(taxNumber.length);
  return valid ? [] : [{ code: 'bad-format', field }];
}

function textIssues(details: InvoiceDetails): InvoiceIssue[] {
  return optionalFields().flatMap((field): InvoiceIssue[] => {
    const text = details[field];
    const max = TEXT_LENGTHS[field];
    if (text === undefined) {
      const missing = details.type === 'special' && SPECIAL_FIELDS.includes(field);
      return missing ? [{ code: 'missing', field }] : [];
    }
    if (text.length > max) return [{ code: 'too-long', field, max }];
    return field === 'email' && !EMAIL.test(text) ? [{ code: 'bad-format', field }] : [];
  });
}

function destinationIssues({ email, postalAddress }: InvoiceDetails): InvoiceIssue[] {
  return email === undefined && postalAddress === undefined
    ? [{ code: 'no-destination', field: 'email' }]
    : [];
}

function checkDigitWarnings({ taxNumber }: InvoiceDetails): InvoiceIssue[] {
  const suspect = taxNumber.length === 18 && TAX_NUMBER.test(taxNumber) && !isCreditCode(taxNumber);
  return suspect ? [{ code: 'check-digit', field: 'taxNumber' }] : [];
}

function optionalFields(): OptionalField[] {
  return ['address', 'phone', 'bank', 'account', 'email', 'postalAddress'];
}
