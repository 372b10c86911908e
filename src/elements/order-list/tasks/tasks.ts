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
import { prepareTransfer } from './prepare-transfer.js';

/** The event that tells the host of a task done. */
export type TaskEvent =
  | 'order-cancelled'
  | 'refund-requested'
  | 'refund-decided'
  | 'invoice-requested'
  | 'invoice-marked'
  | 'complaint-filed'
  | 'complaint-answered'
  | 'price-lowered'
  | 'transfer-confirmed';

/** What is sent, ready but for its key. */
export interface Write {
  /** Plain JSON; the same body is the same attempt. It holds what came before, so that the same words later are another attempt. */
  body: unknown;
  send: (backend: BillingBackend, key: string, call: Required<CallOptions>) => Promise<Order>;
  /** Whether an order shows that it was done, where the answer did not come and no key tells; absent where a key does. */
  shows?: (order: Order) => boolean;
}

export interface Task {
  event: TaskEvent;
  /** @param timeZone the zone that days are typed in; the device's when undefined */
  prepare: (draft: Draft, order: Order, timeZone: string | undefined) => Prepared<Write>;
}

export const TASKS: Readonly<Record<TaskId, Task>> = {
  cancel: {
    event: 'order-cancelled',
    prepare: (_draft, { id }) =>
      ready({
        body: null,
        send: (backend, _key, call) => backend.cancelOrder(id, call),
        shows: ({ status }) => status === 'cancelled',
      }),
  },
  'request-invoice': {
    event: 'invoice-requested',
    prepare: (draft, { id, invoice }) =>
      written(prepareInvoice(draft), (details) => ({
        body: [details, invoice?.requestedAt],
        send: (backend, key, call) => backend.requestInvoice(id, { details, key }, call),
      })),
  },
  'request-refund': {
    event: 'refund-requested',
    prepare: (draft, { id, refund }) =>
      written(requiredText(draft, 'reason'), (reason) => ({
        body: [reason, refund?.requestedAt],
        send: (backend, key, call) => backend.requestRefund(id, { reason, key }, call),
      })),
  },
  'file-complaint': {
    event: 'complaint-filed',
    prepare: (draft, { id, complaints }) =>
      written(prepareComplaint(draft), (complaint) => ({
        body: [complaint, complaints.length],
        send: (backend, key, call) => backend.fileComplaint(id, { ...complaint, key }, call),
      })),
  },
  'decide-refund': {
    event: 'refund-decided',
    prepare: (draft, { id }) =>
      written(prepareDecision(draft), (decision) => ({
        body: decision,
        send: (backend, _key, call) => backend.decideRefund(id, decision, call),
        shows: ({ refund }) =>
          decision.decision === 'reject'
            ? refund?.status === 'rejected' && refund.decisionReason === decision.reason
            : refund !== null && !['requested', 'rejected'].includes(refund.status),
      })),
  },
  'retry-refund': {
    event: 'refund-decided',
    prepare: (_draft, { id }) =>
      ready({
        body: null,
        send: (backend, _key, call) => backend.decideRefund(id, { decision: 'retry' }, call),
        shows: ({ status }) => status === 'refunding' || status === 'refunded',
      }),
  },
  'mark-invoice': {
    event: 'invoice-marked',
    prepare: (draft, { id }) =>
      written(prepareMark(draft), (mark) => ({
        body: mark,
        send: (backend, _key, call) => backend.markInvoice(id, mark, call),
        shows: ({ invoice }) => invoice?.status === mark,
      })),
  },
  'lower-price': {
    event: 'price-lowered',
    prepare: (draft, order) =>
      written(prepareLowerPrice(draft, order), (amount) => ({
        body: amount,
        send: (backend, key, call) => backend.lowerPrice(order.id, { amount, key }, call),
      })),
  },
  'answer-complaint': {
    event: 'complaint-answered',
    prepare: (draft, { id }) =>
      written(requiredText(draft, 'text'), (text) => {
        const close = draft.close === 'true';
        return {
          body: [text, close],
          send: (backend, _key, call) => backend.answerComplaint(id, { text, close }, call),
          shows: ({ complaints }) => {
            const last = complaints.at(-1);
            return last?.messages.at(-1)?.text === text && (!close || last.status === 'closed');
          },
        };
      }),
  },
  'confirm-transfer': {
    event: 'transfer-confirmed',
    prepare: (draft, order, timeZone) =>
      written(prepareTransfer(draft, order, timeZone), (confirmation) => ({
        body: confirmation,
        send: (backend, key, call) =>
          backend.confirmTransfer(order.id, { ...confirmation, key }, call),
        shows: ({ payments }) =>
          payments.some(
            ({ transactionId, stray }) =>
              transactionId === confirmation.transactionId ||
              stray.some((money) => money.transactionId === confirmation.transactionId),
          ),
      })),
  },
};

function written<Input>(
  prepared: Prepared<Input>,
  write: (input: Input) => Write,
): Prepared<Write> {
  if (!prepared.ok) return prepared;
  return ready(write(prepared.input), prepared.warnings);
}
