import { ContextEvent, ContextProvider } from '@lit/context';
import type { BillingBackend } from '../contract/index.js';
import { backendContext, rememberRequests } from './backend-context.js';

/** A backend provided to everything below an element. */
export interface ProvidedBackend {
  /** Gives everything below another backend; null takes it away. */
  set(backend: BillingBackend | null): void;
  /** Stops providing: what is below turns to the next provider above, if there is one. */
  stop(): void;
}

class BackendProvider extends ContextProvider<typeof backendContext> {
  stop(): void {
    this.host.removeEventListener('context-request', this.onContextRequest);
    this.host.removeEventListener('context-provider', this.onProviderRequest);
    this.value = null;
    const consumers = [...this.subscriptions];
    this.clearCallbacks();
    for (const [callback, { consumerHost }] of consumers) {
      consumerHost.dispatchEvent(new ContextEvent(backendContext, consumerHost, callback, true));
    }
  }
}

/**
 * Provides `backend` to every kit element inside `element`, also to those that are there already, inside shadow roots too.
 * An element's own `backend` property wins over it, and so does a provider nearer to it.
 */
export function provideBackend(
  element: HTMLElement,
  backend: BillingBackend | null,
): ProvidedBackend {
  rememberRequests();
  const provider = new BackendProvider(element, { context: backendContext, initialValue: backend });
  // A plain element runs no controllers, so nobody else announces the provider.
  provider.hostConnected();
  return {
    set: (next) => provider.setValue(next),
    stop: () => provider.stop(),
  };
}
