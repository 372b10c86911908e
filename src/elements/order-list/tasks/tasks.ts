import type { BillingBackend, CallOptions, Order } from '../../../contract/index.js';
import type { TaskId } from '../actions.js';
import { ready, requiredText, type Draft, type Prepared } from './draft.js';
import {
  prepareComplaint,
  prepareDecision,
  prepareInvoice,
  prepareLowerPrice,
  prepareMark,
} from './prepare.js';

/** The event that tells the host of a task done. */
export type TaskEvent =
  | 'order-cancelled'
  | 'refund-requested'
  | 'refund-decided'
  | 'invoice-requested'
  | 'invoice-marked'
  | 'complaint-filed'
  | 'complaint-answered'
  | 'price-lowered';

/** What is sent, ready but for its key. */
export interface Write {
  /** Plain JSON; the same body is the same attempt. */
  body: unknown;
  send: (backend: BillingBackend, key: string, call: Required<CallOptions>) => Promise<Order>;
}

export interface Task {
  event: TaskEvent;
  prepare: (draft: Draft, order: Order) => Prepared<Write>;
}

export const TASKS: Readonly<Record<TaskId, Task>> = {
  cancel: {
    event: 'order-cancelled',
    prepare: (_draft, { id }) =>
      ready({ body: null, send: (backend, _key, call) => backend.cancelOrder(id, call) }),
  },
  'request-invoice': {
    event: 'invoice-requested',
    prepare: (draft, { id }) =>
      written(
        prepareInvoice(draft),
        (details) => (backend, key, call) => backend.requestInvoice(id, { details, key }, call),
      ),
  },
  'request-refund': {
    event: 'refund-requested',
    prepare: (draft, { id }) =>
      written(
        requiredText(draft, 'reason'),
        (reason) => (backend, key, call) => backend.requestRefund(id, { reason, key }, call),
      ),
  },
  'file-complaint': {
    event: 'complaint-filed',
    prepare: (draft, { id }) =>
      written(
        prepareComplaint(draft),
        (complaint) => (backend, key, call) =>
          backend.fileComplaint(id, { ...complaint, key }, call),
      ),
  },
  'decide-refund': {
    event: 'refund-decided',
    prepare: (draft, { id }) =>
      written(
        prepareDecision(draft),
        (decision) => (backend, _key, call) => backend.decideRefund(id, decision, call),
      ),
  },
  'retry-refund': {
    event: 'refund-decided',
    prepare: (_draft, { id }) =>
      ready({
        body: null,
        send: (backend, _key, call) => backend.decideRefund(id, { decision: 'retry' }, call),
      }),
  },
  'mark-invoice': {
    event: 'invoice-marked',
    prepare: (draft, { id }) =>
      written(
        prepareMark(draft),
        (mark) => (backend, _key, call) => backend.markInvoice(id, mark, call),
      ),
  },
  'lower-price': {
    event: 'price-lowered',
    prepare: (draft, order) =>
      written(
        prepareLowerPrice(draft, order),
        (amount) => (backend, key, call) => backend.lowerPrice(order.id, { amount, key }, call),
      ),
  },
  'answer-complaint': {
    event: 'complaint-answered',
    prepare: (draft, { id }) =>
      written(
        requiredText(draft, 'text'),
        (text) => (backend, _key, call) =>
          backend.answerComplaint(id, { text, close: draft.close === 'true' }, call),
      ),
  },
};

function written<Input>(
  prepared: Prepared<Input>,
  sender: (input: Input) => Write['send'],
): Prepared<Write> {
  if (!prepared.ok) return prepared;
  const { input, warnings } = prepared;
  return ready({ body: input, send: sender(input) }, warnings);
}
