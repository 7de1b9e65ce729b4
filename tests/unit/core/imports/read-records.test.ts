import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { findDialect, readRecords } from '#core/imports/tables/read-records.ts';

const all = { limit: 1_000, pace: () => Promise.resolve() };
const read = async (text: string) => (await readRecords(text, findDialect(text), all)).rows;

describe('findDialect', () => {
  it.each([
    ['title,url\nA,"b; c; d"\nE,f', ','],
    ['title;note\nA, b, c;1\nD, e;2', ';'],
    ['title\turl\nA, b\tc\nD, e, f\tg', '\t'],
    ['title|url\nA, b|c\nD|e', '|'],
    ['"title", "tags"\n"A", "x, y, z"\n"B", "x"', ', '],
    ['title\nOne\nTwo', ','],
  ])('finds in %j the delimiter %j', (text, delimiter) => {
    expect(findDialect(text).delimiter).toBe(delimiter);
  });
});

describe('readRecords', () => {
  it('reads a long table in parts, rows longer than a part among them', async () => {
    const long = `"${'long\n'.repeat(80_000)}"`;
    const rows = Array.from({ length: 30_000 }, (_, row) => (row === 9 ? `${row},${long}` : `${row},"x, y"`));
    const found = await readRecords(
      rows.join('\r\n'),
      { delimiter: ',', newline: '\n' },
      { ...all, limit: 50_000 },
    );
    expect(found.rows).toHaveLength(30_000);
    expect(found.rows[9]?.[1]).toHaveLength(400_000);
    expect(found.rows.every(([first], row) => first === String(row))).toBe(true);
    expect(found.unclosed).toBe(null);
  });

  it.each([
    ['LF', 'a,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2'],
    ['LF and CRLF', 'a,b\r\n1,2\n'],
  ])('parts rows at %s', async (_name, text) => {
    expect((await read(text)).filter((row) => row.length === 2)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps line breaks, quotes and delimiters inside cells', async () => {
    expect((await read('a,b\r\n"one\r\ntwo","say ""hi"", ok"'))[1]).toEqual(['one\r\ntwo', 'say "hi", ok']);
  });

  it('takes apart rows that a stray CR has run together', async () => {
    expect(await read('a,b\n1,2\r3,4\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('does not take a return inside a quoted cell for a new row', async () => {
    expect((await read('a,b\n"x\ry",2\n'))[1]).toEqual(['x\ry', '2']);
  });

  it('counts blank rows, so that row numbers are those of the file', async () => {
    expect((await read('a,b\n\n1,2'))[2]).toEqual(['1', '2']);
  });

  it('tells where a quotation mark is never closed', async () => {
    const text = 'a,b\n1,2\n3,"4\n5,6\n7,8';
    expect((await readRecords(text, { delimiter: ',', newline: '\n' }, all)).unclosed).toBe(2);
  });

  it('reads back whatever a writer of CSV wrote', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', ';', '\t', 'é'),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const text = Papa.unparse(written, { newline: '\r\n', quotes: true });
        const dialect = { delimiter: ',', newline: '\n' } as const;
        expect((await readRecords(text, dialect, all)).rows).toEqual(written);
      }),
    );
  });
});
