/** A number as its digits; it is never taken for a formula, whatever its sign. */
export interface Figure {
  figure: string;
}

export type Cell = string | Figure;

/** So that spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet might take for a formula or a command, also as a Chinese input method writes it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const FIGURE = /^-?\d+(?:\.\d+)?$/;

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * One row of a file after RFC 4180, its line break included. A text that a spreadsheet might run gets an apostrophe in front, by which it stays a
 * text; figures do not.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : cell.figure;
  const plain = typeof cell !== 'string' && FIGURE.test(text);
  const safe = !plain && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
