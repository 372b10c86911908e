import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** From this width of the element on there is room for the details beside the list; the styles say the same. */
const WIDE_PX = 1200;

/** Whether the box that the host gave the element is wide. */
export class WideBox implements ReactiveController {
  wide = false;

  readonly #host: ReactiveControllerHost & Element;
  #observer: ResizeObserver | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const wide = (entry?.contentRect.width ?? 0) >= WIDE_PX;
      if (wide === this.wide) return;
      this.wide = wide;
      // Not at once: what is drawn would change the very size that is reported here.
      requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
