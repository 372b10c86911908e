import type {
  ComplaintCategory,
  ComplaintDetails,
  ComplaintEvent,
  ComplaintIssue,
  ComplaintStatus,
  ComplaintValidation,
} from './types.js';

/** What a complaint can be about, in the order a form offers it. */
export const COMPLAINT_CATEGORIES: readonly ComplaintCategory[] = [
  'service',
  'price',
  'refund',
  'invoice',
  'personal-data',
  'other',
];

/** The most characters of a complaint's texts (chosen: room for a page, and for any way to reach someone). */
export const COMPLAINT_BOUNDS = { text: 2000, contact: 100 } as const;

/** Every legal move of a complaint (SPEC §5): the operator answers it, perhaps again, and then closes it. */
const MOVES: Readonly<
  Record<ComplaintStatus, Readonly<Partial<Record<ComplaintEvent, ComplaintStatus>>>>
> = {
  filed: { answer: 'answered' },
  answered: { answer: 'answered', close: 'closed' },
  closed: {},
};

/** The status an event moves a complaint to; null when it may not happen then. */
export function complaintTransition(
  status: ComplaintStatus,
  event: ComplaintEvent,
): ComplaintStatus | null {
  return MOVES[status][event] ?? null;
}

/** Checks a complaint before it is filed; every issue is reported. With `ok`, its texts are trimmed. */
export function validateComplaint(input: {
  category: string;
  text: string;
  contact: string;
}): ComplaintValidation {
  const issues: ComplaintIssue[] = [];
  const category = COMPLAINT_CATEGORIES.find((known) => known === input.category);
  if (!category) issues.push({ code: 'out-of-range', field: 'category' });
  const text = checkedText(input.text, 'text', issues);
  const contact = checkedText(input.contact, 'contact', issues);
  const complaint: ComplaintDetails | null = category ? { category, text, contact } : null;
  return complaint && issues.length === 0 ? { ok: true, complaint } : { ok: false, issues };
}

function checkedText(input: string, field: 'text' | 'contact', issues: ComplaintIssue[]): string {
  const text = input.trim();
  const max = COMPLAINT_BOUNDS[field];
  if (text === '') issues.push({ code: 'missing', field });
  else if (text.length > max) issues.push({ code: 'too-long', field, max });
  return text;
}
