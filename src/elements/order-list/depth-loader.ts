import type { CallHost } from '../../ui/remote.js';
import { importPart } from '../../ui/import-part.js';
import type * as DepthModule from './depth.js';

/** Everything that loads apart. */
export type Depth = typeof DepthModule;

/** Loads what is needed only once somebody looks closer. One that failed to load is tried again by the next who needs it. */
export class DepthLoader {
  /** Undefined until it has loaded. */
  value: Depth | undefined;
  failed = false;

  readonly #host: CallHost & Element;
  readonly #onLoad: (depth: Depth) => void;
  #loading: Promise<void> | null = null;
  #waiting = false;

  constructor(host: CallHost & Element, onLoad: (depth: Depth) => void) {
    this.#host = host;
    this.#onLoad = onLoad;
  }

  /** Loads it, unless it is there or on its way. False when that failed; never rejects. */
  async load(): Promise<boolean> {
    if (!this.value) await (this.#loading ??= this.#load());
    return this.value !== undefined;
  }

  /** The same once what has just been drawn can be seen, of which it would be in the way. */
  loadSoon(): void {
    if (this.value || this.failed || this.#waiting) return;
    this.#waiting = true;
    // After the next frame, not before it.
    requestAnimationFrame(() => setTimeout(() => void this.load()));
  }

  async #load(): Promise<void> {
    try {
      const depth = await importPart(() => import('./depth.js'));
      await Promise.all([depth.prepareWords(this.#host), depth.ListTools.prepare(this.#host)]);
      this.value = depth;
      this.#onLoad(depth);
      this.failed = false;
    } catch (error) {
      this.failed = true;
      this.#host.reportError(error);
    } finally {
      this.#loading = null;
      this.#host.requestUpdate();
    }
  }
}
