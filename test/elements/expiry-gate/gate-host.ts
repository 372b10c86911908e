import type { ReactiveController } from 'lit';
import { vi } from 'vitest';
import type { BillingBackend } from '../../../src/contract/index.js';
import { GateAccess, type Access } from '../../../src/elements/expiry-gate/gate-access.js';
import { INSTALLATION } from './answers.js';
import { memoryStorage } from './memory-storage.js';

/** Stands in for the gate's element in Node: updates as one, in the order of one. */
export class GateHost {
  readonly reported: unknown[] = [];
  readonly access: GateAccess;
  installationId = INSTALLATION;
  /** How each update found things. */
  readonly seen: Access[] = [];
  readonly #controllers: ReactiveController[] = [];
  #update: Promise<boolean> | null = null;

  constructor(public activeBackend: BillingBackend | null) {
    this.access = new GateAccess(this);
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {
    throw new Error('No controller leaves');
  }

  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = null;
      this.seen.push(this.access.update());
      for (const controller of this.#controllers) controller.hostUpdate?.();
      for (const controller of this.#controllers) controller.hostUpdated?.();
      return true;
    });
  }

  get updateComplete(): Promise<boolean> {
    return this.#update ?? Promise.resolve(true);
  }

  reportError(error: unknown): void {
    this.reported.push(error);
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

/** The page a gate stands on, with time that passes when the test says. Returns how the network comes back and another tab stores something. */
export function stubPage(): {
  online: () => void;
  stored: (key: string, newValue: string | null) => void;
} {
  const view = new EventTarget();
  vi.useFakeTimers();
  vi.setSystemTime('2031-01-01T00:00:00.000Z');
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
  vi.stubGlobal('removeEventListener', view.removeEventListener.bind(view));
  vi.stubGlobal('localStorage', memoryStorage());
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  return {
    online: () => void view.dispatchEvent(new Event('online')),
    stored: (key, newValue) =>
      void view.dispatchEvent(Object.assign(new Event('storage'), { key, newValue })),
  };
}

export function unstubPage(): void {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}
