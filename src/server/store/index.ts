export { backup } from './backup.js';
export type { Disagreement } from './books.js';
export { checkBooks } from './check-books.js';
export { eraseCustomer } from './erase-customer.js';
export { notesIn, roomOfPeople, type Notes } from './notes.js';
export { migrate, openStore } from './open-store.js';
export { restore } from './restore.js';
export type { PrunableFeed, ServerStore, StoreOptions } from './server-store.js';
