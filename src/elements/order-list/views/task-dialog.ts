import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../../ui/isolated.js';
import { errorText } from '../../../ui/texts.js';
import { banner, errorBanner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import { DANGEROUS } from './action-kind.js';
import type { TaskContext } from './details-context.js';
import type { ViewContext } from './context.js';
import { taskBody } from './task-body.js';

export interface TaskDialog extends ViewContext {
  flow: TaskFlow;
  onSubmit: () => void;
}

/** The dialog in which something is done to an order. */
export function taskDialog({ t: list, format, flow, onSubmit }: TaskDialog): TemplateResult {
  const t = flow.textsWith(list);
  return t ? dialogView({ t, format, flow }, onSubmit) : html``;
}

function dialogView(view: TaskContext, onSubmit: () => void): TemplateResult {
  const { t, flow } = view;
  const { current, pending, overtaken } = flow;
  const submit =
    current &&
    html`<button
      class="button ${DANGEROUS.has(current.id) ? 'danger' : 'primary'}"
      type="submit"
      form="task"
      aria-busy=${pending}
    >
      ${t.tasks.submit[current.id]}
    </button>`;
  const onFormSubmit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return dialog({
    id: 'task-dialog',
    open: current !== null,
    heading: current ? t.actions[current.id] : '',
    closeLabel: t.common.close,
    onClose: () => flow.close(),
    body: current
      ? html`<form class="task" id="task" novalidate @submit=${onFormSubmit}>
          <p class="task-order muted">
            <span class="mono">${isolated(current.order.id)}</span>
            <span>${orderLine(current.order, view)}</span>
          </p>
          ${failureView(view)} ${overtaken ? nothing : taskBody(current.id, current.order, view)}
        </form>`
      : nothing,
    actions: html`<button class="button" type="button" @click=${() => flow.close()}>
        ${overtaken ? t.common.close : t.tasks.back}
      </button>
      ${overtaken ? nothing : submit}`,
  });
}

function orderLine(
  order: NonNullable<TaskFlow['current']>['order'],
  { t, format }: TaskContext,
): string {
  const { kind, quote, currency } = order;
  return t.tasks.order(t.orders.kinds[kind], format.money(quote.payable, currency));
}

function failureView({ t, flow }: TaskContext): TemplateResult | typeof nothing {
  const { error, overtaken } = flow;
  if (!error) return overtaken ? banner('warning', t.tasks.refreshed, { role: 'alert' }) : nothing;
  return html`${errorBanner(errorText(t.errors, error))}
  ${overtaken || error.data.order ? html`<p>${t.tasks.refreshed}</p>` : nothing}`;
}
