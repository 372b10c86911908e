import type { ReactiveController } from 'lit';
import type { Instant } from '../../../domain/index.js';
import { dayOf } from '../calendar.js';
import type { ViewContext } from '../views/context.js';
import { download } from './download.js';
import { Exporter, type ExportHost } from './exporter.js';

/** From more rows than these on it takes long enough to be watched. */
const LONG_EXPORT = 1000;

export interface ExportFlowHost extends ExportHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Announces it. */
  exportSaid(text: string): void;
  /** How it ended; `count` orders are in the file, null when there is none. */
  exportEnded(text: string, count: number | null): void;
}

export interface ExportRequest extends ViewContext {
  /** How many orders there should be. */
  count: number;
  /** The backend's clock. */
  now: Instant;
}

/** The export as the viewer sees it: begun, watched when it is long, cancelled or tried again, and the file at its end. */
export class ExportFlow implements ReactiveController {
  readonly #host: ExportFlowHost;
  readonly #exporter: Exporter;
  #focused: Element | null = null;
  /** Of a long export, as far as it has been announced. */
  #quarter = 0;

  constructor(host: ExportFlowHost) {
    this.#host = host;
    this.#exporter = new Exporter(host);
    host.addController(this);
  }

  get error(): Exporter['error'] {
    return this.#exporter.error;
  }

  /** How many orders have been read. */
  get done(): number {
    return this.#exporter.done;
  }

  get total(): number {
    return this.#exporter.total;
  }

  get pending(): boolean {
    return this.#exporter.pending;
  }

  get long(): boolean {
    return this.pending && this.total > LONG_EXPORT;
  }

  /** Also the next try after a failure. Nothing while one is under way. */
  async start({ t, format, count, now }: ExportRequest): Promise<void> {
    if (this.pending) return;
    this.#quarter = 0;
    if (count > LONG_EXPORT) this.#host.exportSaid(t.export.started(count, format));
    const file = await this.#exporter.run({ t, format }, count, (done, total) => {
      const quarter = Math.floor((4 * done) / total);
      if (this.long && quarter > this.#quarter) {
        this.#host.exportSaid(t.export.progress(done, total, format));
      }
      this.#quarter = quarter;
    });
    if (!file) return;
    download(file.parts, t.export.file(dayOf(now, format.timeZone)));
    this.#host.exportEnded(t.export.done(file.count, format), file.count);
  }

  cancel({ t }: ViewContext): void {
    const { pending } = this;
    this.#exporter.cancel();
    if (pending) this.#host.exportEnded(t.export.cancelled, null);
  }

  hostUpdate(): void {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    this.#focused = activeElement?.closest('.export-notice') ? activeElement : null;
  }

  /** The button that was pressed may be gone with what it did. */
  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    this.#focused = null;
    this.#host.renderRoot.querySelector<HTMLElement>('#export')?.focus();
  }
}
