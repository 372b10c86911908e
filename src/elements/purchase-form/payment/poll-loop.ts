import { toBackendError } from '../../../contract/index.js';

/** What a loop asks, and how long it waits until it asks again. */
export interface PollLoopOptions {
  /** One question. A rejection counts as a failure and only makes the loop slower; a `retryAfter` in it is kept to. */
  ask: () => Promise<unknown>;
  /** Milliseconds to wait, by the milliseconds since the start. */
  pace: (elapsed: number) => number;
}

const SLOWEST_AFTER_FAILURE = 60_000;
/** Milliseconds; who is sent away for longer asks again all the same. */
const LONGEST_RETRY_AFTER = 600_000;

/**
 * Asks again and again until it is stopped: the next question is put only after the last was answered, so that a slow network never
 * makes them overlap; failures slow it down; paused it asks nothing.
 */
export class PollLoop {
  readonly #options: PollLoopOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #paused = false;
  #asking = false;
  /** How often somebody wanted an answer at once. */
  #wishes = 0;
  #failures = 0;
  #startedAt = 0;
  /** Until then the other side wants no question, in milliseconds of the page. */
  #barredUntil = 0;

  constructor(options: PollLoopOptions) {
    this.#options = options;
  }

  /** Begins anew, quick again, with a first question at once unless `wait` says otherwise. */
  start({ wait = false } = {}): void {
    this.#running = true;
    this.#failures = 0;
    this.#barredUntil = 0;
    this.#startedAt = performance.now();
    if (wait) this.#schedule();
    else this.askNow();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  pause(): void {
    this.#paused = true;
    clearTimeout(this.#timer);
  }

  /** Goes on with a question at once: much may have happened meanwhile. */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.askNow();
  }

  /** Does not wait for the turn, unless the other side asked to; while a question is open, one more follows it. */
  askNow(): void {
    if (!this.#running || this.#paused) return;
    this.#wishes += 1;
    if (this.#asking) return;
    if (this.#barred() > 0) this.#wait(this.#barred());
    else void this.#ask();
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking = true;
    const wishes = this.#wishes;
    try {
      await this.#options.ask();
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const seconds = toBackendError(error).retryAfter ?? 0;
      this.#barredUntil = performance.now() + Math.min(seconds * 1000, LONGEST_RETRY_AFTER);
    } finally {
      this.#asking = false;
    }
    if (this.#wishes > wishes) this.askNow();
    else this.#schedule();
  }

  #schedule(): void {
    if (!this.#running || this.#paused) return;
    const usual = this.#options.pace(performance.now() - this.#startedAt);
    const slowed = Math.min(usual * 2 ** this.#failures, SLOWEST_AFTER_FAILURE);
    this.#wait(Math.max(usual, slowed, this.#barred()));
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), milliseconds);
  }

  /** Milliseconds until questions are welcome again. */
  #barred(): number {
    return this.#barredUntil - performance.now();
  }
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Someone stands before the code: quick at first, then ever calmer. */
export function walletPace(elapsed: number): number {
  if (elapsed < MINUTE) return 2 * SECOND;
  if (elapsed < 5 * MINUTE) return 4 * SECOND;
  return elapsed < 30 * MINUTE ? 10 * SECOND : 30 * SECOND;
}

/** A bank takes hours or days. */
export function transferPace(elapsed: number): number {
  return elapsed < 5 * MINUTE ? 10 * SECOND : elapsed < 60 * MINUTE ? MINUTE : 5 * MINUTE;
}
