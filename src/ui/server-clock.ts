import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Instant } from '../domain/index.js';

/** The page's two clocks never agree to the millisecond. */
const DRIFT_MS = 2_000;
/** How often the two are compared while something is awaited. Far below 2³¹ ms, where timers would fire at once. */
const CHECK_MS = 60_000;

interface Alarm {
  /** Milliseconds since the epoch, by the backend's clock. */
  at: number;
  ring: () => void;
}

/**
 * The backend's time, carried forward by the page's monotonic clock, so that setting the device's clock changes nothing.
 * That clock may stand still while a device sleeps: when the page returns, or the two clocks have drifted apart,
 * `onDoubt` is called so that the backend is asked again.
 */
export class ServerClock implements ReactiveController {
  readonly #onDoubt: (() => void) | undefined;
  readonly #alarms = new Set<Alarm>();
  #backend = Date.now();
  #monotonic = performance.now();
  #device = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, onDoubt?: () => void) {
    this.#onDoubt = onDoubt;
    host.addController(this);
  }

  /** Takes the backend's clock from one of its answers. Until the first, the device's counts. */
  sync(now: Instant): void {
    this.#backend = Date.parse(now);
    this.#monotonic = performance.now();
    this.#device = Date.now();
    this.#schedule();
  }

  now(): Instant {
    return new Date(this.#time()).toISOString();
  }

  /** Milliseconds until an instant; negative when it is past. */
  until(instant: Instant): number {
    return Date.parse(instant) - this.#time();
  }

  /** Calls `ring` once, at or just after `instant`, while the element is on the page. Returns a cancel. */
  at(instant: Instant, ring: () => void): () => void {
    const alarm = { at: Date.parse(instant), ring };
    this.#alarms.add(alarm);
    this.#schedule();
    return () => {
      this.#alarms.delete(alarm);
      this.#schedule();
    };
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#onReturn);
    document.addEventListener('resume', this.#onReturn);
    addEventListener('pageshow', this.#onReturn);
    this.#schedule();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#onReturn);
    document.removeEventListener('resume', this.#onReturn);
    removeEventListener('pageshow', this.#onReturn);
    clearTimeout(this.#timer);
  }

  readonly #onReturn = (event: Event): void => {
    if (document.visibilityState === 'hidden') return;
    // The first showing of a page is no return.
    if (event instanceof PageTransitionEvent && !event.persisted) return;
    this.#check();
    this.#onDoubt?.();
  };

  #time(): number {
    return this.#backend + (performance.now() - this.#monotonic);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#connected || this.#alarms.size === 0) return;
    const next = Math.min(...Array.from(this.#alarms, ({ at }) => at)) - this.#time();
    const wait = Math.max(0, Math.min(next, CHECK_MS));
    this.#timer = setTimeout(() => this.#wake(), wait);
  }

  #wake(): void {
    const drift = Date.now() - this.#device - (performance.now() - this.#monotonic);
    if (Math.abs(drift) > DRIFT_MS) {
      this.#device = Date.now() - (performance.now() - this.#monotonic);
      this.#onDoubt?.();
    }
    this.#check();
  }

  #check(): void {
    const now = this.#time();
    for (const alarm of this.#alarms) {
      if (alarm.at > now) continue;
      this.#alarms.delete(alarm);
      alarm.ring();
    }
    this.#schedule();
  }
}
