import { dayOf } from '../calendar.js';
import { BYTE_ORDER_MARK, csvRow } from './csv.js';
import { download } from '../../../ui/download.js';
import { orderTable, type FileColumns } from './order-table.js';
import type { ReadingPurpose } from './reading-flow.js';

/** Writes orders into a CSV file, which the viewer gets in the end. `columns` is asked as each export begins. */
export function orderFile(columns: () => FileColumns): ReadingPurpose<string> {
  let head = '';
  return {
    name: 'export',
    writing: (request) => {
      const { heads, cells } = orderTable(request, columns());
      head = csvRow(heads);
      const { locale, timeZone } = request.format;
      return {
        manner: [locale, timeZone, head].join(' '),
        row: (order) => csvRow(cells(order)),
      };
    },
    finish: (rows, _totals, { tools, format, now }) => {
      const name = tools.export.file(dayOf(now, format.timeZone));
      download([BYTE_ORDER_MARK, head, ...rows], name, 'text/csv;charset=utf-8');
    },
  };
}
