import type { ReactiveController } from 'lit';
import type { CallOptions } from '../contract/index.js';
import { toBackendError, type BackendError } from '../contract/errors.js';
import { withDeadline } from './deadline.js';
import type { CallHost } from './remote.js';

/**
 * One kind of write an element makes. While one is under way another attempt gets the same promise, so that nothing is sent twice;
 * a failure is kept in {@link error} until the next attempt.
 */
export class Action<Args extends readonly unknown[], Result> implements ReactiveController {
  error: BackendError | undefined;

  readonly #host: CallHost;
  readonly #write: (options: Required<CallOptions>, ...args: Args) => Promise<Result>;
  #running: Promise<Result | undefined> | undefined;
  #controller = new AbortController();

  constructor(
    host: CallHost,
    write: (options: Required<CallOptions>, ...args: Args) => Promise<Result>,
  ) {
    this.#host = host;
    this.#write = write;
    host.addController(this);
  }

  get pending(): boolean {
    return this.#running !== undefined;
  }

  /** The result, or undefined when it failed or the element left the page meanwhile. Never rejects. */
  run(...args: Args): Promise<Result | undefined> {
    this.#running ??= this.#attempt(args);
    return this.#running;
  }

  /** Forgets the failure. */
  clear(): void {
    this.error = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#controller = new AbortController();
  }

  hostDisconnected(): void {
    this.#controller.abort();
  }

  async #attempt(args: Args): Promise<Result | undefined> {
    const { signal } = this.#controller;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      return await withDeadline((inner) => this.#write({ signal: inner }, ...args), signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      this.error = toBackendError(error);
      this.#host.reportError(this.error);
      return undefined;
    } finally {
      this.#running = undefined;
      this.#host.requestUpdate();
    }
  }
}
