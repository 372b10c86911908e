import type { ReactiveController } from 'lit';
import type { CallHost } from '../../src/ui/remote.js';

/** Stands in for an element: updates its controllers in a microtask after somebody asked for it, and notes what it was told. */
export class StandInHost implements CallHost {
  readonly reported: unknown[] = [];
  readonly #controllers: ReactiveController[] = [];
  #update: Promise<boolean> | null = null;

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {
    throw new Error('No controller leaves');
  }

  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = null;
      for (const controller of this.#controllers) controller.hostUpdate?.();
      return true;
    });
  }

  get updateComplete(): Promise<boolean> {
    return this.#update ?? Promise.resolve(true);
  }

  reportError(error: unknown): void {
    this.reported.push(error);
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

/** A promise that the test settles. */
export function deferred<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
