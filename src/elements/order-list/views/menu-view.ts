import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import { actionsFor, type OfferedAction } from '../actions.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import type { OrderContext } from './context.js';
import type { DetailsContext } from './details-context.js';
import { hostMenuItems } from './host-action-views.js';
import { obstacleTexts } from './texts.js';

interface MenuView extends OrderContext {
  order: Order;
  flow: TaskFlow | undefined;
}

type Menu = DetailsContext & { order: Order };

/** All that can be done to an order; what is not possible now says why. */
function menuItems(view: Menu): TemplateResult {
  const { t, order, role, onSelect } = view;
  return html`<button
      class="menu-item"
      type="button"
      role="menuitem"
      tabindex="-1"
      data-action="open"
      @click=${(event: Event) => onSelect(order.id, event)}
    >
      ${t.details.open}
    </button>
    ${actionsFor(order, role).map((action) => menuItem(action, view))} ${hostMenuItems(order, view)}`;
}

function menuItem({ id, obstacle }: OfferedAction, view: Menu): TemplateResult {
  const { t, order, pageFor, onAction } = view;
  const label = t.actions[id];
  if (obstacle) {
    return html`<div
      class="menu-item"
      role="menuitem"
      tabindex="-1"
      aria-disabled="true"
      data-action=${id}
    >
      ${label}
      ${obstacleTexts(obstacle, view).map((text) => html`<span class="menu-reason">${text}</span>`)}
    </div>`;
  }
  const onClick = (event: Event) => onAction(id, order, event);
  const url = pageFor(id, order);
  return url
    ? html`<a
        class="menu-item"
        role="menuitem"
        tabindex="-1"
        href=${url}
        data-action=${id}
        @click=${onClick}
        >${label}</a
      >`
    : html`<button
        class="menu-item"
        type="button"
        role="menuitem"
        tabindex="-1"
        data-action=${id}
        @click=${onClick}
      >
        ${label}
      </button>`;
}

/** The menu's box, which stays so that it can be shown above everything. */
export function menuView(view: MenuView | null): TemplateResult {
  const t = view?.flow?.textsWith(view.t);
  return html`<div
    class="menu"
    id="menu"
    popover="manual"
    role="menu"
    aria-label=${view ? view.t.menu(view.order.id) : nothing}
  >
    ${view && t ? menuItems({ ...view, t }) : nothing}
  </div>`;
}
