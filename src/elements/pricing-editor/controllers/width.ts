import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width of something in the element's shadow root, in pixels, as it changes. */
export class Width implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Element | null;
  #observer: ResizeObserver | null = null;
  #observed: Element | null = null;

  /** @param pixels what to begin with, until there is something to measure */
  constructor(
    host: ReactiveControllerHost,
    find: () => Element | null,
    public pixels: number,
  ) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === 0 || width === this.pixels) return;
      this.pixels = width;
      this.#host.requestUpdate();
    });
  }

  hostUpdated(): void {
    const found = this.#find();
    if (found === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = found;
    if (found) this.#observer?.observe(found);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }
}
