import { fixture, html, nextFrame } from '@open-wc/testing';
import type { BillingBackend } from '../../../src/contract/index.js';
import '../../../src/elements/order-list/define.js';
import type { OrderList } from '../../../src/elements/order-list/order-list.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { INSTALLATION } from './world.js';

const EVENTS = [
  'order-selected',
  'order-pay',
  'order-cancelled',
  'refund-requested',
  'refund-decided',
  'invoice-requested',
  'invoice-marked',
  'complaint-filed',
  'complaint-answered',
  'price-lowered',
  'transfer-confirmed',
  'order-renew',
  'filter-changed',
  'orders-exported',
  'billing-error',
];

/** A list on the page, and how to find and use what is in it. */
export class ListPage {
  readonly events: { name: string; detail: Record<string, unknown> }[] = [];

  constructor(readonly list: OrderList) {
    for (const name of EVENTS) {
      list.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<Record<string, unknown>>;
        this.events.push({ name, detail: structuredClone(detail) });
      });
    }
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot!;
  }

  get eventNames(): string[] {
    return this.events.map(({ name }) => name);
  }

  find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  get(selector: string): HTMLElement {
    const found = this.find(selector);
    if (!found) throw new Error(`There is no ${selector} in: ${this.text}`);
    return found;
  }

  /** A control that takes a value. */
  input(selector: string): HTMLInputElement {
    return this.get(selector) as HTMLInputElement;
  }

  /** What can be read, blanks joined. */
  get text(): string {
    return textOf(this.root);
  }

  get rows(): HTMLTableRowElement[] {
    return [...this.root.querySelectorAll<HTMLTableRowElement>('tr[data-order]')];
  }

  row(orderId: string): HTMLTableRowElement {
    return this.get(`tr[data-order="${orderId}"]`) as HTMLTableRowElement;
  }

  get ids(): (string | undefined)[] {
    return this.rows.map(({ dataset }) => dataset.order);
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  button(label: string, within: ParentNode = this.root): HTMLElement {
    const found = [...within.querySelectorAll<HTMLElement>('button, a')].find((button) =>
      (button.getAttribute('aria-label') ?? textOf(button)).includes(label),
    );
    if (!found) throw new Error(`There is no button ${label} in: ${this.text}`);
    return found;
  }

  async click(label: string, within?: ParentNode): Promise<void> {
    this.button(label, within).click();
    await this.list.updateComplete;
  }

  /** Chooses an action from the menu of an order. */
  async choose(orderId: string, action: string): Promise<void> {
    this.button(orderId, this.row(orderId).querySelector('.actions')!);
    this.row(orderId).querySelector<HTMLElement>('[aria-haspopup="menu"]')!.click();
    await this.until(() => this.find('#menu:popover-open') !== null);
    await this.click(action, this.get('#menu'));
  }

  /** The same, until its dialog is open. */
  async start(orderId: string, action: string): Promise<HTMLElement> {
    await this.choose(orderId, action);
    await this.until(() => this.find('#task-dialog[open]') !== null);
    return this.get('#task-dialog');
  }

  async type(selector: string, text: string): Promise<void> {
    const input = this.input(selector);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.list.updateComplete;
  }

  async submit(): Promise<void> {
    this.get('#task-dialog button[type="submit"]').click();
    await this.list.updateComplete;
  }

  async press(key: string, held: KeyboardEventInit = {}): Promise<void> {
    const target = this.focused ?? this.list;
    const init = { key, bubbles: true, composed: true, cancelable: true, ...held };
    target.dispatchEvent(new KeyboardEvent('keydown', init));
    await this.list.updateComplete;
  }

  /** Waits until this can be read, or until the condition holds. */
  async until(what: string | (() => boolean)): Promise<void> {
    const holds = typeof what === 'string' ? () => this.text.includes(what) : what;
    try {
      await waitUntil(holds);
    } catch {
      throw new Error(`Waited in vain for ${String(what)} in: ${this.text}`);
    }
    await this.list.updateComplete;
  }
}

interface PageOptions {
  attributes?: Record<string, string>;
  lang?: string;
  /** Pixels. */
  width?: number;
  /** What the browser has kept from before. */
  stored?: Record<string, string>;
}

/** The list with its backend, whatever it draws. */
export async function openList(
  backend: BillingBackend | null,
  { attributes = {}, lang = 'zh-CN', width = 1240, stored = {} }: PageOptions = {},
): Promise<ListPage> {
  sessionStorage.clear();
  localStorage.clear();
  for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
  const box = document.createElement('div');
  box.style.width = `${width}px`;
  const list = await fixture<OrderList>(
    html`<order-list installation-id=${INSTALLATION} lang=${lang} time-zone="UTC"></order-list>`,
    { parentNode: box },
  );
  const page = new ListPage(list);
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.backend = backend;
  await list.updateComplete;
  return page;
}

/** The same, once the rows are there and laid out. */
export async function readyList(
  backend: BillingBackend,
  options: PageOptions = {},
): Promise<ListPage> {
  const page = await openList(backend, options);
  await page.until(() => page.rows.length > 0);
  await measured(page.list);
  return page;
}

/** Resolves once the list knows how wide it is: it is told at the end of a frame. */
async function measured(list: OrderList): Promise<void> {
  await nextFrame();
  await nextFrame();
  await list.updateComplete;
}

export function textOf(node: Node): string {
  const parts: string[] = [];
  const walk = (each: Node) => {
    if (each instanceof HTMLElement) {
      if (each.closest('dialog:not([open])')) return;
      if (each.popover !== null && !each.matches(':popover-open')) return;
    }
    if (each.nodeType === Node.TEXT_NODE) parts.push(each.textContent ?? '');
    each.childNodes.forEach(walk);
  };
  walk(node);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
