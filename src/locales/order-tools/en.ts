import { base } from '../common/base/en.js';
import type { Formatter } from '../types.js';
import type { OrderToolsStrings } from './strings.js';

const orders = (count: number, format: Formatter) =>
  `${format.number(count)} ${format.plural(count, { one: 'order', other: 'orders' })}`;

const kept = (done: number, total: number, format: Formatter) =>
  `${format.number(done)} of ${format.number(total)} orders have been read; another try goes on from there.`;

/** English */
export const strings: OrderToolsStrings = {
  common: base,

  columns: {
    legend: 'Shown columns',
    always: 'always shown',
    reset: 'Reset columns',
    shown: (column) => `Column ${column} is shown`,
    hidden: (column) => `Column ${column} is hidden`,
    wasReset: 'The columns were reset',
    file: 'Columns in an export',
    fileShown: 'Shown columns',
    fileAll: 'All columns',
    fileHelp: 'All columns also have payment time, currency, invoice, app, company and buyer.',
  },
  export: {
    started: (count, format) => `Exporting ${orders(count, format)}`,
    progress: (done, total, format) =>
      `Exporting: ${format.number(done)} of ${format.number(total)} orders read`,
    cancel: 'Cancel export',
    cancelled: 'The export was cancelled; no file was made.',
    done: (count, format) =>
      `${orders(count, format)} ${format.plural(count, { one: 'was', other: 'were' })} exported.`,
    failed: 'The export was not finished',
    kept,
    inZone: (name, timeZone) => `${name} (${timeZone})`,
    currency: 'Currency',
    file: (day) => `orders-${day}.csv`,
  },
  print: {
    started: (count, format) => `Preparing ${orders(count, format)} for printing`,
    progress: (done, total, format) =>
      `Preparing to print: ${format.number(done)} of ${format.number(total)} orders read`,
    cancel: 'Cancel printing',
    cancelled: 'Printing was cancelled.',
    done: (count, format) =>
      `${orders(count, format)} ${format.plural(count, { one: 'was', other: 'were' })} handed to the browser to print.`,
    failed: 'The orders could not be prepared for printing',
    kept,
    search: 'Search',
    filter: 'Filter',
    unfiltered: 'All orders',
    timeZone: 'Time zone',
    printedAt: 'Printed',
  },
};
