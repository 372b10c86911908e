import '../src/elements/order-list/define.js';
import type { OrderList } from '../src/elements/order-list/order-list.js';

const PATIENCE_MS = 10_000;

/** Uses a list as a person would, for stories that show what comes of it. */
export class ListDriver {
  readonly list: OrderList;

  constructor(canvas: HTMLElement) {
    const list = canvas.querySelector('order-list');
    if (!list) throw new Error('There is no list in this story');
    this.list = list;
  }

  /** Waits until the rows are drawn. */
  rows(): Promise<void> {
    return this.sees('tr[data-order]');
  }

  /** Waits until something can be found. */
  async sees(selector: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!this.list.shadowRoot?.querySelector(selector)) {
      if (performance.now() > end) throw new Error(`Waited in vain for ${selector}`);
      await new Promise(requestAnimationFrame);
    }
    await this.list.updateComplete;
  }

  async click(selector: string): Promise<void> {
    await this.sees(selector);
    this.#get(selector).click();
    await this.list.updateComplete;
  }

  async type(selector: string, text: string): Promise<void> {
    await this.sees(selector);
    const input = this.#get(selector) as HTMLInputElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.list.updateComplete;
  }

  async submit(): Promise<void> {
    await this.click('#task-dialog button[type="submit"]');
  }

  /** Opens the details of the row at this place. */
  async open(place: number): Promise<void> {
    this.#row(place).click();
    await this.sees('.panel-body .quote, #details .quote');
  }

  async menu(place: number): Promise<void> {
    this.#row(place).querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
    await this.sees('#menu:popover-open');
  }

  /** Opens the dialog of an action from the menu of a row. */
  async start(place: number, action: string): Promise<void> {
    await this.rows();
    await this.menu(place);
    await this.click(`#menu [data-action="${action}"]`);
    await this.sees('#task-dialog[open]');
  }

  async openColumns(): Promise<void> {
    await this.click('#columns');
    await this.sees('#box-columns:popover-open #column-number');
  }

  /** Prints, and shows what was to be printed where the list was. */
  async showPrint(): Promise<void> {
    const { print } = window;
    const { list } = this;
    const printed = new Promise<HTMLElement>((resolve) => {
      window.print = () => {
        const sheet = document.querySelector<HTMLElement>('[data-seatkit-print]');
        if (sheet) resolve(sheet);
      };
    });
    await this.click('#print');
    const sheet = await printed;
    window.print = print;
    dispatchEvent(new Event('afterprint'));
    sheet.removeAttribute('data-seatkit-print');
    list.replaceWith(sheet);
  }

  #row(place: number): HTMLElement {
    return this.#get(`tr[aria-rowindex="${place + 2}"]`);
  }

  #get(selector: string): HTMLElement {
    const found = this.list.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  }
}
