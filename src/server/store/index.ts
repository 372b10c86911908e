export { migrate, openStore } from './open-store.js';
export type { PrunableFeed, ServerStore, StoreOptions } from './server-store.js';
