import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import { COMPLAINT_CATEGORIES } from '../../../domain/orders/complaint.js';
import { isolated } from '../../../ui/isolated.js';
import { banner } from '../../../ui/templates/banner.js';
import { choice } from '../../../ui/templates/choice.js';
import { openComplaint, type TaskId } from '../actions.js';
import { spanOf } from '../order-facts.js';
import { invoiceBody } from './task-invoice.js';
import { transferBody } from './task-transfer.js';
import type { TaskContext } from './details-context.js';
import { amountField, choiceField, textField } from './task-fields.js';
import { personText, spanText } from './texts.js';

type Body = (order: Order, view: TaskContext) => TemplateResult;

const BODIES: Readonly<Record<TaskId, Body>> = {
  cancel: (_order, { t }) => html`<p>${t.tasks.cancelText}</p>`,
  'request-invoice': invoiceBody,
  'request-refund': refundBody,
  'file-complaint': complaintBody,
  'decide-refund': decisionBody,
  'retry-refund': ({ refund, currency }, { t, format }) =>
    html`<p>${t.tasks.retryText(format.money(refund?.amount ?? 0, currency))}</p>`,
  'mark-invoice': markBody,
  'lower-price': lowerBody,
  'answer-complaint': answerBody,
  'confirm-transfer': transferBody,
};

/** What a task asks for and tells before it is sent. */
export function taskBody(id: TaskId, order: Order, view: TaskContext): TemplateResult {
  return BODIES[id](order, view);
}

/** What comes back and what time is lost, before anything is confirmed. */
function refundBody(order: Order, view: TaskContext): TemplateResult {
  const { t, format } = view;
  const { refund: words } = t.tasks;
  const { payable } = order.quote;
  const lost = spanOf(order.segmentsGranted);
  const restored = spanOf(order.segmentsReplaced);
  const amount = format.money(payable, order.currency);
  return html`<ul class="consequences">
      <li>
        ${
          payable > 0
            ? html`<strong>${words.comesBack(amount)}</strong>
                <p class="muted">${words.comesBackHelp}</p>`
            : words.nothingBack
        }
      </li>
      ${
        lost
          ? html`<li>
              <strong
                >${words.lost(t.quotes.seats(lost.seats, format), spanText(lost, view))}</strong
              >
              <p class="muted">
                ${
                  restored
                    ? words.restored(
                        t.quotes.seats(restored.seats, format),
                        spanText(restored, view),
                      )
                    : order.kind === 'renew'
                      ? words.earlierKept
                      : words.noneRestored
                }
              </p>
            </li>`
          : nothing
      }
      <li>
        ${words.blocked}
        <p class="muted">${words.due}</p>
      </li>
    </ul>
    ${textField({ name: 'reason', label: t.tasks.reason, multiline: true }, view)}`;
}

function complaintBody(_order: Order, view: TaskContext): TemplateResult {
  const { t } = view;
  const { complaint } = t.tasks;
  const options = COMPLAINT_CATEGORIES.map((value) => ({
    value,
    label: t.orders.complaintCategories[value],
  }));
  return html`<p>${complaint.lead}</p>
    ${choiceField('category', complaint.category, options, view)}
    ${textField({ name: 'text', label: complaint.text, multiline: true }, view)}
    ${textField({ name: 'contact', label: complaint.contact, help: complaint.contactHelp }, view)}`;
}

function decisionBody({ refund, currency }: Order, view: TaskContext): TemplateResult {
  const { t, format, flow } = view;
  const { decide } = t.tasks;
  if (!refund) return html``;
  const by = personText(refund.requestedBy, view);
  return html`<div>
      <p>${decide.requested(by, format.dateTime(refund.requestedAt))}</p>
      <blockquote class="message">${refund.reason}</blockquote>
      <p class="muted">${decide.dueAt(format.dateTime(refund.decisionDueAt))}</p>
    </div>
    ${choiceField(
      'decision',
      decide.legend,
      [
        { value: 'approve', label: decide.approve },
        { value: 'reject', label: decide.reject },
      ],
      view,
    )}
    ${
      flow.draft.decision === 'approve'
        ? banner('warning', decide.approveText(format.money(refund.amount, currency)))
        : nothing
    }
    ${
      flow.draft.decision === 'reject'
        ? textField(
            {
              name: 'reason',
              label: t.details.decisionReason,
              help: decide.rejectHelp,
              multiline: true,
            },
            view,
          )
        : nothing
    }`;
}

function markBody(order: Order, view: TaskContext): TemplateResult {
  const { t, format } = view;
  const { mark } = t.tasks;
  const { invoice } = order;
  const options = (['mailed', 'sent', 'cancelled'] as const).map((value) => ({
    value,
    label: mark.options[value],
  }));
  return html`${
      invoice
        ? html`<p>
            ${isolated(invoice.details.title)}
            <span class="muted mono">${isolated(invoice.details.taxNumber)}</span>
            <span class="amount">${format.money(invoice.amount, order.currency)}</span>
          </p>`
        : nothing
    }
    ${choiceField('mark', mark.legend, options, view)}
    <p class="muted">${mark.final}</p>`;
}

function lowerBody({ currency, quote }: Order, view: TaskContext): TemplateResult {
  const { t, format } = view;
  const { lower } = t.tasks;
  return html`<p>${lower.now(format.money(quote.payable, currency))}</p>
    ${amountField({ label: lower.label, help: lower.help, currency }, view)}`;
}

function answerBody(order: Order, view: TaskContext): TemplateResult {
  const { t, flow } = view;
  const { answer } = t.tasks;
  const messages = openComplaint(order)?.messages ?? [];
  return html`<ol class="thread">
      ${messages.map(
        ({ by, text }) =>
          html`<li>
            <p class="muted">${personText(by, view)}</p>
            <p class="message">${text}</p>
          </li>`,
      )}
    </ol>
    ${textField({ name: 'text', label: answer.text, multiline: true }, view)}
    ${choice({
      id: 'task-close',
      label: answer.close,
      checked: flow.draft.close === 'true',
      onChange: (checked) => flow.type('close', String(checked)),
    })}`;
}
