/** Reads a file strictly by RFC 4180: CRLF after each row, quotes doubled inside quotes and nowhere else. Throws where it is not one. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : bare(text, at);
    row.push(cell);
    if (text[end] === ',') {
      at = end + 1;
      if (at === text.length) throw new Error('The last row does not end');
    } else if (text.startsWith('\r\n', end)) {
      at = end + 2;
      rows.push(row);
      row = [];
    } else {
      throw new Error(`Neither comma nor line break at ${end}`);
    }
  }
  return rows;
}

function quoted(text: string, start: number): [cell: string, end: number] {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new Error(`The quotes at ${start} do not end`);
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return [cell, end + 1];
    cell += '"';
    at = end + 2;
  }
}

function bare(text: string, start: number): [cell: string, end: number] {
  let end = start;
  while (end < text.length && !',\r\n"'.includes(text.charAt(end))) end += 1;
  return [text.slice(start, end), end];
}
