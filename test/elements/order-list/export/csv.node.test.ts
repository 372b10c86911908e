import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../../../src/elements/order-list/export/csv.js';
import { readCsv } from './csv-reader.js';

/** Texts with much of what makes trouble in them. */
const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", ' ', '＝', 'a', '1'),
    fc.string({ maxLength: 1 }),
  ),
  maxLength: 12,
});

const figure = fc.tuple(fc.integer(), fc.constantFrom('', '.00', '.5', '.125'));

describe('csvRow', () => {
  it('quotes what would break a row, and nothing else', () => {
    expect(csvRow(['a', 'b c', ''])).toBe('a,b c,\r\n');
    expect(csvRow(['a,b', 'say "hi"', 'two\r\nlines', ' edge '])).toBe(
      '"a,b","say ""hi""","two\r\nlines"," edge "\r\n',
    );
  });

  it('makes a text of what a spreadsheet would run', () => {
    const cells = ['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', 'a=1', "'=1"];
    expect(readCsv(csvRow(cells))).toEqual([
      ["'=1+1", "'+49", "'-2", "'@SUM(A1)", "'\t=1", "'\r=1", "'\n=1", "'＝1", 'a=1', "'=1"],
    ]);
  });

  it('leaves figures as they are, but only those', () => {
    expect(csvRow([{ figure: '-12.50' }, { figure: '7' }])).toBe('-12.50,7\r\n');
    expect(csvRow([{ figure: '-1+cmd' }, { figure: '=1' }])).toBe("'-1+cmd,'=1\r\n");
  });

  it('is read back as what went in, beside the apostrophes', () => {
    const rows = fc.array(fc.array(awkward, { minLength: 1, maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (wanted) => {
        const read = readCsv(wanted.map(csvRow).join(''));
        const plain = read.map((row, at) =>
          row.map((cell, of) => (cell === `'${wanted[at]?.[of]}` ? cell.slice(1) : cell)),
        );
        expect(plain).toEqual(wanted);
      }),
    );
  });

  it('never starts a cell with a formula, unless it is a figure', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1 }), fc.array(figure), (texts, figures) => {
        const digits = figures.map(([whole, rest]) => ({ figure: `${whole}${rest}` }));
        const [row = []] = readCsv(csvRow([...texts, ...digits]));
        for (const cell of row.slice(0, texts.length)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(row.slice(texts.length)).toEqual(digits.map((cell) => cell.figure));
      }),
    );
  });
});
