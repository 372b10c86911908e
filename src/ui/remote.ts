import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallOptions } from '../contract/index.js';
import { BackendError, toBackendError } from '../contract/errors.js';
import { withDeadline } from './deadline.js';

/** Who asks: an element, or anything that can be updated and told of a failure. */
export type CallHost = ReactiveControllerHost & { reportError(error: unknown): void };

export type RemoteState = 'idle' | 'loading' | 'ready' | 'failed';

type Present<Args extends readonly unknown[]> = {
  [Index in keyof Args]: NonNullable<Args[Index]>;
};

export interface RemoteOptions<Value, Args extends readonly unknown[]> {
  /** What the answer depends on. It is asked for again when one changes, and not at all while one is null or undefined. */
  args: () => Args;
  load: (args: Present<Args>, options: Required<CallOptions>) => Promise<Value>;
  /** Whether an answer has the shape it should; without it rendering might throw on rubbish. */
  check?: (value: unknown) => boolean;
}

/** How long a wait stays unmentioned. */
const BUSY_AFTER_MS = 300;

/**
 * Something a backend knows, asked for by an element: again when what it depends on changes, never after the element has left,
 * always with an end. The last value stays while it is refreshed and when that fails; other arguments begin anew.
 */
export class Remote<Value, const Args extends readonly unknown[]> implements ReactiveController {
  state: RemoteState = 'idle';
  value: Value | undefined;
  error: BackendError | undefined;
  /** Asked and waiting for more than 300 ms. */
  busy = false;

  readonly #host: CallHost;
  readonly #options: RemoteOptions<Value, Args>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: Args | undefined;
  #question = new AbortController();
  #left = false;

  constructor(host: CallHost, options: RemoteOptions<Value, Args>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** There is a value, but asking again failed. */
  get stale(): boolean {
    return this.value !== undefined && this.error !== undefined;
  }

  /** Asks again with the same arguments, keeping the value meanwhile. Never rejects. */
  async refresh(): Promise<void> {
    this.#question.abort();
    const { signal } = (this.#question = new AbortController());
    if (!this.#begin()) return;
    const { load, check } = this.#options;
    try {
      const given = this.#asked as unknown as Present<Args>;
      const value = await withDeadline((inner) => load(given, { signal: inner }), signal);
      if (check && !passes(check, value)) throw new BackendError('invalid-response');
      if (!signal.aborted) this.#settle(value);
    } catch (error) {
      // An answer to an older question, or for an element that has left, is nobody's business.
      if (!signal.aborted) this.#fail(toBackendError(error));
    }
  }

  /** Takes a value that arrived another way, for example as the answer to a write, and drops an older question. */
  set(value: Value): void {
    this.#question.abort();
    this.#settle(value);
  }

  hostUpdate(): void {
    const given = this.#options.args();
    if (this.#asked && given.every((arg, index) => Object.is(arg, this.#asked?.[index]))) return;
    this.#asked = given;
    this.value = undefined;
    void this.refresh();
  }

  hostConnected(): void {
    if (!this.#left) return;
    this.#left = false;
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#left = true;
    this.#question.abort();
    this.#wait(false);
  }

  /** False when an argument is missing, or the element has left. */
  #begin(): boolean {
    const complete =
      !this.#left && !!this.#asked?.every((arg) => arg !== null && arg !== undefined);
    if (this.value === undefined) {
      this.state = complete ? 'loading' : 'idle';
      this.error = undefined;
    }
    this.#wait(complete);
    return complete;
  }

  #settle(value: Value): void {
    this.value = value;
    this.error = undefined;
    this.state = 'ready';
    this.#wait(false);
    this.#host.requestUpdate();
  }

  #fail(error: BackendError): void {
    this.error = error;
    if (this.value === undefined) this.state = 'failed';
    this.#wait(false);
    this.#host.requestUpdate();
    this.#host.reportError(error);
  }

  #wait(waiting: boolean): void {
    clearTimeout(this.#timer);
    this.busy = false;
    if (!waiting) return;
    this.#timer = setTimeout(() => {
      this.busy = true;
      this.#host.requestUpdate();
    }, BUSY_AFTER_MS);
  }
}

function passes(check: (value: unknown) => boolean, value: unknown): boolean {
  try {
    return check(value);
  } catch {
    return false;
  }
}
