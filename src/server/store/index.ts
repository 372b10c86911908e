export type { PrunableFeed, ServerStore, StoreOptions } from './server-store.js';
