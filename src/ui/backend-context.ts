import { ContextRoot, createContext } from '@lit/context';
import type { BillingBackend } from '../contract/index.js';

/** How an element finds its backend. The key is a plain string, so that two copies of the kit on one page agree. */
export const backendContext = createContext<BillingBackend | null>('seatkit-backend');

let root: ContextRoot | null = null;

/** Makes the page remember who asked for a backend before there was one. Does so once, however often it is called. */
export function rememberRequests(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
