import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { Remote } from '../../../ui/remote.js';
import { errorText } from '../../../ui/texts.js';
import { staleBanner } from '../../../ui/templates/banner.js';
import { dialog } from '../../../ui/templates/dialog.js';
import { icon } from '../../../ui/templates/icon.js';
import { skeleton } from '../../../ui/templates/skeleton.js';
import { stateView } from '../../../ui/templates/state-view.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import type { OrderContext } from './context.js';
import { orderDetails } from './order-details.js';

/** The details of the selected order, as far as they are there. */
export interface Details {
  order: Order | undefined;
  state: Remote<Order, []>['state'];
  error: Remote<Order, []>['error'];
  stale: boolean;
  retry: () => void;
}

export interface PanelView extends OrderContext {
  selected: string | null;
  details: Details;
  /** There is room for the details beside the list. */
  wide: boolean;
  onClosePanel: () => void;
  /** Undefined until it has loaded. */
  flow: TaskFlow | undefined;
}

/** The details beside the list. */
export function sidePanel(view: PanelView): TemplateResult {
  const { t, onClosePanel } = view;
  return html`<aside class="panel" part="panel" aria-labelledby="panel-heading">
    <div class="panel-head">
      <h2 id="panel-heading" tabindex="-1">${panelHeading(view)}</h2>
      <button class="icon-button" type="button" aria-label=${t.common.close} @click=${onClosePanel}>
        ${icon('close')}
      </button>
    </div>
    <div class="panel-body">${panelBody(view)}</div>
  </aside>`;
}

/** On a narrow box the details take the whole page. */
export function sheet(view: PanelView): TemplateResult {
  const { t, selected, wide, onClosePanel } = view;
  return dialog({
    id: 'details',
    open: selected !== null && !wide,
    heading: panelHeading(view),
    body: html`<div class="panel-body">${panelBody(view)}</div>`,
    closeLabel: t.common.close,
    onClose: onClosePanel,
  });
}

function panelHeading({ t, details, flow }: PanelView): string {
  const { order } = details;
  const words = flow?.textsWith(t)?.details;
  return (order ? words?.heading(t.orders.kinds[order.kind]) : words?.facts) ?? t.details.open;
}

function panelBody(view: PanelView): TemplateResult {
  const { details, flow } = view;
  const t = flow?.textsWith(view.t);
  if (!t) return skeleton(8);
  const { order, state, error, stale, retry: onRetry } = details;
  const retry = { label: t.common.retry, onRetry };
  if (order) {
    // The row may be there while the details are not.
    const old = stale || state === 'failed';
    return html`${old ? staleBanner(t.common.stale, retry) : nothing}
    ${orderDetails(order, { ...view, t })}`;
  }
  if (state !== 'failed') return skeleton(8);
  const text = error ? errorText(t.errors, error) : t.common.loadFailed;
  return stateView({ kind: 'failed', text, retry });
}
