import type { ReactiveController } from 'lit';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import { importPart } from '../../../ui/import-part.js';
import type * as aside from '../aside.js';
import type { Aids } from '../aids/aids.js';
import type { PreviewDesk } from '../preview/desk.js';

type Aside = typeof aside;

/** Fetches what stands beside the form, apart from the form itself, so that typing can begin sooner. */
export class AsideLoader implements ReactiveController {
  /** null until it is there. */
  aside: Aside | null = null;
  /** What is looked at in the preview; null until it is there. */
  preview: PreviewDesk | null = null;
  /** What helps with the form; null until it is there. */
  aids: Aids | null = null;
  failed = false;

  readonly #host: SeatkitElement;
  readonly #onLoad: () => void;

  /** @param onLoad called once its style sheets are there */
  constructor(host: SeatkitElement, onLoad: () => void) {
    this.#host = host;
    this.#onLoad = onLoad;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.aside) void this.load();
  }

  /** Never rejects. */
  async load(): Promise<void> {
    this.failed = false;
    this.#host.requestUpdate();
    try {
      const loaded = await importPart(() => import('../aside.js'));
      this.preview ??= new loaded.PreviewDesk(this.#host);
      this.aids ??= new loaded.Aids(this.#host);
      this.aside = loaded;
      this.#onLoad();
    } catch (error) {
      this.failed = true;
      this.#host.reportError(error);
    }
    this.#host.requestUpdate();
  }
}
