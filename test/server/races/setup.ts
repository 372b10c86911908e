import type { StoreOptions, WeChatPayOptions } from '../../../src/server/index.js';

/** Where a server kills itself: as `kill -9` would, at the so-many-th transaction from now that changes something. */
export interface Death {
  at: 'before-commit' | 'after-commit';
  after: number;
}

/** What race-server.process.ts is started with, as JSON in `SETUP`. */
export interface RaceSetup {
  database: StoreOptions;
  wechat: Omit<WeChatPayOptions, 'clock' | 'fetch'>;
  secret: string;
  /** 0 for any that is free. */
  port: number;
  /** How far its clock is ahead of the machine's. */
  offsetMs: number;
  death: Death | null;
}

/** What it is told while it runs. */
export type RaceWord =
  | { offsetMs: number }
  | { death: Death }
  /** How large its SQLite file may grow: then the disk is full. */
  | { mostPages: number };
