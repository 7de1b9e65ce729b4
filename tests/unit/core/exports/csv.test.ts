import { describe, expect, it } from 'vitest';
import { neutralised, toCsv } from '#core/exports/data/csv.ts';

describe('a cell that begins like a formula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('is text in a spreadsheet: %j', (cell) => {
    expect(neutralised(cell)).toBe(`'${cell}`);
  });

  it.each(['a=1', ' =1', '', "'quoted'"])('is left alone where it does not: %j', (cell) => {
    expect(neutralised(cell)).toBe(cell);
  });
});

describe('a table as CSV', () => {
  it('quotes what would part cells or rows, and begins with the mark of UTF-8', () => {
    const table = {
      columns: ['a', 'b'],
      rows: [
        ['x, "y"', 'two\nlines'],
        ['=cmd|1', ' edge '],
      ],
    };
    expect(toCsv(table)).toBe(`\u{feff}a,b\r\n"x, ""y""","two\nlines"\r\n'=cmd|1," edge "\r\n`);
  });
});
