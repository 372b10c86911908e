import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placeAt } from './place.js';

type MenuHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The one menu of all rows: above everything, beside the button that opened it, gone as soon as the person turns elsewhere. */
export class RowMenu implements ReactiveController {
  readonly #host: MenuHost;
  #orderId: string | null = null;
  #anchor: HTMLElement | null = null;

  constructor(host: MenuHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The order whose menu is open. */
  get orderId(): string | null {
    return this.#orderId;
  }

  /** Opens it for an order, or closes it when it is that order's already. */
  async toggle(orderId: string, anchor: HTMLElement): Promise<void> {
    const again = this.#orderId === orderId;
    this.close();
    if (again) return;
    this.#orderId = orderId;
    this.#anchor = anchor;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const box = this.#box;
    if (!box || this.#orderId !== orderId) return;
    placeAt(box, anchor);
    box.showPopover();
    addEventListener('pointerdown', this.#onElsewhere, true);
    addEventListener('scroll', this.#onScroll, true);
    addEventListener('resize', this.#onScroll);
    this.#items[0]?.focus();
  }

  /** Closes it; the button that opened it gets the focus where the menu had it. */
  close(): void {
    if (this.#orderId === null) return;
    removeEventListener('pointerdown', this.#onElsewhere, true);
    removeEventListener('scroll', this.#onScroll, true);
    removeEventListener('resize', this.#onScroll);
    const box = this.#box;
    if (box?.matches(':focus-within')) this.#anchor?.focus({ preventScroll: true });
    if (box?.matches(':popover-open')) box.hidePopover();
    this.#orderId = null;
    this.#anchor = null;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to !== undefined) {
      items[to]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      this.close();
      if (event.key === 'Tab') return;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  get #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#menu');
  }

  get #items(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  readonly #onElsewhere = (event: Event): void => {
    const path = event.composedPath();
    const inside = [this.#box, this.#anchor].some((part) => part && path.includes(part));
    if (!inside) this.close();
  };

  /** It stays beside its button while that can be seen. */
  readonly #onScroll = (event: Event): void => {
    const box = this.#box;
    if (!box || !this.#anchor || event.target === box) return;
    const { top, bottom } = this.#anchor.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) this.close();
    else placeAt(box, this.#anchor);
  };
}
