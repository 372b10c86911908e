import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OrderFilter } from '../../contract/index.js';
import { readFilter } from './filter.js';

/** How long a search must stand still before it is asked. */
const STILL_MS = 300;

type SearchHost = ReactiveControllerHost & {
  readonly filter: OrderFilter;
  takeFilter(filter: OrderFilter): void;
};

/** The search as typed, which the filter follows a little later. */
export class Search implements ReactiveController {
  text = '';

  readonly #host: SearchHost;
  #filter: OrderFilter | undefined;
  #known = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SearchHost) {
    this.#host = host;
    host.addController(this);
  }

  type(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { text: before = '', ...rest } = readFilter(this.#host.filter);
      const wanted = text.trim();
      if (wanted !== before) this.#host.takeFilter(wanted ? { ...rest, text: wanted } : rest);
    }, STILL_MS);
  }

  hostUpdate(): void {
    const { filter } = this.#host;
    if (filter === this.#filter) return;
    this.#filter = filter;
    const { text = '' } = readFilter(filter);
    // The same filter set again must not take away what is being typed.
    if (text !== this.#known && text.trim() !== this.text.trim()) this.text = text;
    this.#known = text;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
