import type { ReactiveController } from 'lit';
import type { CallHost } from '../../ui/remote.js';
import type { FilterAddressHost } from './settings/filter-address.js';

type AddressHost = CallHost & FilterAddressHost;

/** Loads what keeps the filter in the address of the page, for a list that is told to. */
export class AddressLoader implements ReactiveController {
  /** The address has not been read yet. */
  pending = false;

  readonly #host: AddressHost;
  #begun = false;

  constructor(host: AddressHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#begun || this.#host.filterInUrl === null) return;
    this.#begun = true;
    this.pending = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    const host = this.#host;
    try {
      const { FilterAddress } = await import('./settings/filter-address.js');
      new FilterAddress(host);
    } catch (error) {
      // The list works without; a later start may have it.
      host.reportError(error);
    }
    this.pending = false;
    host.requestUpdate();
  }
}
