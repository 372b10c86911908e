import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { ActionName } from '../../../locales/order-list/strings.js';
import { copyText, forgetCopied } from '../../../ui/templates/copyable.js';
import { setText } from '../../../ui/set-text.js';
import { icon } from '../../../ui/templates/icon.js';
import { likelyAction } from '../actions.js';
import { actionKind } from './action-kind.js';
import type { RowContext } from './context.js';

/** What most likely is to be done to an order as a button, and the rest in a menu. */
export function blankActions({ t }: RowContext): TemplateResult {
  return html`<button type="button">${t.details.open}</button>
    <button class="icon-button compact" type="button" aria-label=${t.menu('')} aria-haspopup="menu">
      ${icon('more')}
    </button>`;
}

export function fillActions(value: HTMLElement, order: Order, view: RowContext): void {
  const { t, role, menuOf, pageFor } = view;
  const { id } = order;
  const likely = likelyAction(order, role);
  const url = likely && pageFor(likely, order);
  const button = url ? linkIn(value, url) : buttonIn(value);
  button.className = `button ${likely ? actionKind(likely) : ''} compact`;
  setText(button, likely ? t.actions[likely] : t.details.open);
  if (likely) {
    button.dataset.action = likely;
    button.removeAttribute('aria-label');
  } else {
    delete button.dataset.action;
    button.setAttribute('aria-label', t.open(id));
  }
  const menu = value.lastElementChild;
  menu?.setAttribute('aria-label', t.menu(id));
  menu?.setAttribute('aria-expanded', String(menuOf === id));
}

/** Buttons and links do what they say. Any other place in a row opens its order; but whoever marks a text to copy it did not mean to. */
export function onRowClick(
  event: Event,
  orderOf: (id: string) => Order | undefined,
  { t, onAction, onMenu, onSelect }: RowContext,
): void {
  const at = event.target as Element;
  const order = orderOf(at.closest<HTMLElement>('tr[data-order]')?.dataset.order ?? '');
  if (!order) return;
  const control = at.closest<HTMLElement>('button, a');
  if (!control) {
    if (getSelection()?.type !== 'Range') onSelect(order.id, event);
  } else if (control.matches(COPY)) {
    void copyText(order.id, control, t.common.copied);
  } else if (control.matches('[aria-haspopup]')) {
    onMenu(order, control);
  } else if (control.dataset.action) {
    onAction(control.dataset.action as ActionName, order, event);
  } else {
    onSelect(order.id, event);
  }
}

/** Both bubble, and so come to the rows from whatever is left: by the focus, and by the pointer. */
export function onRowLeave({ target, relatedTarget }: FocusEvent | PointerEvent): void {
  const button = (target as Element).closest<HTMLElement>(COPY);
  if (button && !button.contains(relatedTarget as Node | null)) forgetCopied(button);
}

const COPY = '.copyable button';

function linkIn(value: HTMLElement, url: string): HTMLElement {
  const link = firstOf(value, 'a');
  link.setAttribute('href', url);
  return link;
}

function buttonIn(value: HTMLElement): HTMLElement {
  const button = firstOf(value, 'button');
  button.setAttribute('type', 'button');
  return button;
}

/** What comes first, made anew where it is something else. */
function firstOf(value: HTMLElement, name: 'a' | 'button'): HTMLElement {
  const first = value.firstElementChild as HTMLElement;
  if (first.localName === name) return first;
  const other = document.createElement(name);
  other.tabIndex = -1;
  first.replaceWith(other);
  return other;
}
