import type { Engine } from './engine.js';
import type { ServerStore } from './server-store.js';

const ENGINES = new WeakMap<ServerStore, Engine>();

/** Remembers what a store stands on, for the tools that look beneath it. */
export function remember(store: ServerStore, engine: Engine): ServerStore {
  ENGINES.set(store, engine);
  return store;
}

/** @throws TypeError for a store that `openStore` did not give */
export function engineOf(store: ServerStore): Engine {
  const engine = ENGINES.get(store);
  if (!engine) throw new TypeError('Not a store of openStore');
  return engine;
}
