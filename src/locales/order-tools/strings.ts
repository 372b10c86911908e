import type { ElementStrings, Formatter } from '../types.js';

/** What is said while all orders of a filter are read for something, and when that ends. */
export interface ReadingStrings {
  /** Announced when a long one begins. */
  started(count: number, format: Formatter): string;
  /** Shown, and announced from time to time. */
  progress(done: number, total: number, format: Formatter): string;
  cancel: string;
  cancelled: string;
  done(count: number, format: Formatter): string;
  failed: string;
  /** What the next try goes on from. */
  kept(done: number, total: number, format: Formatter): string;
}

/** Texts of the part of `<order-list>` that loads apart: the choice of columns, the export, the print. */
export interface OrderToolsStrings extends ElementStrings {
  columns: {
    legend: string;
    /** Beside a column that is always shown. */
    always: string;
    reset: string;
    /** Announced. */
    shown(column: string): string;
    hidden(column: string): string;
    wasReset: string;
    /** What the file of an export has. */
    file: string;
    fileShown: string;
    fileAll: string;
    fileHelp: string;
  };
  export: ReadingStrings & {
    /** The head of a column of instants. */
    inZone(name: string, timeZone: string): string;
    currency: string;
    /** The name of the file; `day` is `2026-11-22`. */
    file(day: string): string;
  };
  print: ReadingStrings & {
    /** What was searched for. */
    search: string;
    /** What the orders are narrowed by. */
    filter: string;
    /** Nothing is left out. */
    unfiltered: string;
    timeZone: string;
    printedAt: string;
  };
}
