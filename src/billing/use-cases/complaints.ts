import {
  BackendError,
  type Complaint,
  type ComplaintInput,
  type Order,
  type Person,
} from '../../contract/index.js';
import { complaintTransition, validateComplaint, type Instant } from '../../domain/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { madeBefore, rememberMade } from '../idempotency.js';
import { requireFlag, requireKey, requireObject, requireString, requireText } from '../input.js';
import { lockOrder } from '../locate.js';
import { personOf } from '../principal.js';
import { noted } from '../timeline.js';
import { orderView } from '../views.js';

/**
 * Complains to the operator about the provider (SPEC §5 "Complaint"); one at a time.
 *
 * @throws BackendError `invalid` with `issues`; `conflict` with `complaint-open` or `key-reused`
 */
export async function fileComplaint(
  { store, principal, clock, ids }: Asked,
  orderId: string,
  input: ComplaintInput,
): Promise<Order> {
  const key = requireKey(requireObject('', input).key);
  const checked = validateComplaint({
    category: requireString('category', input.category),
    text: requireString('text', input.text),
    contact: requireString('contact', input.contact),
  });
  if (!checked.ok) {
    const issues = checked.issues.map(({ field, code }) => ({ path: field, code }));
    throw new BackendError('invalid', { issues });
  }
  const { category, text, contact } = checked.complaint;
  return store.transaction('write', async (tx) => {
    const { installation, order } = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const scope = `file-complaint:${orderId}`;
    const body = { category, text, contact };
    const attempt = { installationId: installation.id, scope, key, body };
    if (await madeBefore(tx, attempt)) return orderView(tx, order, now);
    if (openComplaint(order.complaints)) {
      throw new BackendError('conflict', { reason: 'complaint-open' });
    }
    const by = personOf(principal);
    const complaint: Complaint = {
      id: ids.next('complaint'),
      status: 'filed',
      category,
      contact,
      filedAt: now,
      messages: [{ at: now, by, text }],
      closedAt: null,
    };
    const complaints = [...order.complaints, complaint];
    const filed = noted({ ...order, complaints }, 'complaint-filed', by, now);
    await tx.putOrder(filed);
    await rememberMade(tx, attempt, complaint.id, now);
    return orderView(tx, filed, now);
  });
}

/**
 * Answers the open complaint of an order, and closes it when asked to. The words that the same person said last are no further answer:
 * they are the same one, delivered again.
 *
 * @throws BackendError `conflict` with `no-open-complaint`
 */
export async function answerComplaint(
  { store, principal, clock }: Asked,
  orderId: string,
  input: { text: string; close: boolean },
): Promise<Order> {
  const text = requireText('text', requireObject('', input).text);
  const close = requireFlag('close', input.close);
  return store.transaction('write', async (tx) => {
    const { installation, order } = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const open = openComplaint(order.complaints);
    if (!open) throw new BackendError('conflict', { reason: 'no-open-complaint' });

    const by = personOf(principal);
    const repeated = isLastSaid(open, by, text);
    if (repeated && !close) return orderView(tx, order, now);
    const answered = afterAnswer(open, repeated ? [] : [{ at: now, by, text }], close, now);
    const complaints = order.complaints.map((other) => (other === open ? answered : other));
    const changedOrder = { ...order, complaints };
    const told = repeated ? changedOrder : noted(changedOrder, 'complaint-answered', by, now);
    const changed = close ? noted(told, 'complaint-closed', by, now) : told;
    await tx.putOrder(changed);
    const on = { installationId: installation.id, orderId };
    const detail = { complaintId: open.id, closed: close };
    await audited(tx, principal, 'answerComplaint', on, detail, now);
    return orderView(tx, changed, now);
  });
}

function openComplaint(complaints: readonly Complaint[]): Complaint | undefined {
  return complaints.find(({ status }) => status !== 'closed');
}

function isLastSaid({ messages }: Complaint, by: Person, text: string): boolean {
  const last = messages.at(-1);
  return last?.text === text && last.by.role === by.role && last.by.userId === by.userId;
}

function afterAnswer(
  complaint: Complaint,
  said: Complaint['messages'],
  close: boolean,
  now: Instant,
): Complaint {
  const answered = complaintTransition(complaint.status, 'answer') ?? complaint.status;
  const status = close ? (complaintTransition(answered, 'close') ?? answered) : answered;
  return {
    ...complaint,
    status,
    messages: [...complaint.messages, ...said],
    closedAt: close ? now : null,
  };
}
