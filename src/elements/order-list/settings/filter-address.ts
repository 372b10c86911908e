import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OrderFilter } from '../../../contract/index.js';
import { readFilter } from '../filter.js';
import { keyOf } from '../load-orders.js';
import { parseFilter, printFilter } from './filter-code.js';

export interface FilterAddressHost extends ReactiveControllerHost {
  readonly filter: OrderFilter;
  /** The query parameter that the filter stands in; null where it stands in none. */
  readonly filterInUrl: string | null;
  /** The address of the page says so. */
  takeFilter(filter: OrderFilter): void;
}

/** The parameter where the host names none. */
const USUAL_KEY = 'orders';

/**
 * The filter in the address of the page: read at the start and when the viewer goes back or forth, written as it changes, in place of the
 * entry of the history. Without the parameter the filter is the host's own; every other parameter stays as it is, to the letter.
 */
export class FilterAddress implements ReactiveController {
  readonly #host: FilterAddressHost;
  /** What the host asked for before the address had a say. */
  readonly #usual: OrderFilter;
  #key: string | null = null;
  /** The filter that the address tells, to be compared. */
  #known: string;

  constructor(host: FilterAddressHost) {
    this.#host = host;
    this.#usual = readFilter(host.filter);
    this.#known = keyOf(this.#usual);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#read);
    // What was changed while the element was elsewhere is newer.
    if (keyOf(readFilter(this.#host.filter)) === this.#known) this.#read();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
  }

  hostUpdated(): void {
    const { filterInUrl, filter } = this.#host;
    if (filterInUrl !== this.#key) {
      this.#read();
      return;
    }
    const now = keyOf(readFilter(filter));
    if (filterInUrl === null || now === this.#known) return;
    this.#known = now;
    const usual = now === keyOf(this.#usual);
    writeParameter(filterInUrl || USUAL_KEY, usual ? null : printFilter(filter));
  }

  readonly #read = (): void => {
    const { filterInUrl, filter } = this.#host;
    this.#key = filterInUrl;
    const before = keyOf(readFilter(filter));
    this.#known = before;
    if (filterInUrl === null) return;
    const code = new URLSearchParams(location.search).get(filterInUrl || USUAL_KEY);
    const wanted = code === null ? this.#usual : parseFilter(code);
    this.#known = keyOf(wanted);
    if (this.#known !== before) this.#host.takeFilter(wanted);
  };
}

/** Puts a parameter into the address of the page, or takes it out, and leaves the rest of it alone. */
function writeParameter(key: string, value: string | null): void {
  const url = new URL(location.href);
  const parts = url.search === '' ? [] : url.search.slice(1).split('&');
  const others = parts.filter((part) => !new URLSearchParams(part).has(key));
  url.search = [...others, ...(value === null ? [] : [encoded(key, value)])].join('&');
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A sandboxed page has no address of its own; some browsers bear only so many changes at a time.
  }
}

/** Readable where the rules of addresses allow it. */
function encoded(key: string, value: string): string {
  return new URLSearchParams([[key, value]])
    .toString()
    .replace(/%3A/g, ':')
    .replace(/%3B/g, ';')
    .replace(/%2C/g, ',');
}
