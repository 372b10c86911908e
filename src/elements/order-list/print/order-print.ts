import type { Order } from '../../../contract/index.js';
import { printPage } from '../../../ui/print-page.js';
import type { Column } from '../columns/column.js';
import type { ReadingPurpose } from '../export/reading-flow.js';
import { printRow, printSheet } from './print-sheet.js';

/** What a print shows, as it is when it begins. */
export interface PrintContent {
  columns: readonly Column[];
  /** Orders of several installations: each names its company and app. */
  several: boolean;
}

/** Puts orders on paper. `content` is asked as each print begins. */
export function orderPrint(content: () => PrintContent): ReadingPurpose<HTMLTableRowElement> {
  let begun: PrintContent;
  let origin: Order | undefined;
  return {
    name: 'print',
    writing: (request) => {
      begun = content();
      const { columns, several } = begun;
      const { locale, timeZone } = request.format;
      const ids = columns.map(({ id }) => id);
      return {
        manner: JSON.stringify([locale, timeZone, several, ...ids]),
        row: (order) => {
          if (!several) origin = order;
          return printRow(order, columns, request, several);
        },
      };
    },
    finish: (rows, totals, request) => {
      printPage(printSheet({ ...begun, rows, totals, origin, request }));
      origin = undefined;
    },
  };
}
