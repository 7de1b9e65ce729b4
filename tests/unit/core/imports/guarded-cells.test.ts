import { assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/exports/data/csv.ts';
import { readText } from '#tests/support/read-source.ts';

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+49 30', '-5 degrees', '@home', "'=x", "''-x", "'quoted'", "'tis"])(
    'comes back from a CSV as it was: %s',
    async (title) => {
      const csv = toCsv({ columns: ['Title', 'Shelf'], rows: [[title, title]] });
      const { candidates } = await readText(csv);
      expect(candidates[0]?.fields).toMatchObject({ title, otherFields: { Shelf: title } });
    },
  );

  it('is never written as it is', () => {
    const risky = tuple(constantFrom('=', '+', '-', '@', '\t', "'", ''), string()).map((all) => all.join(''));
    assert(
      property(risky, (cell) => {
        const [, line = ''] = toCsv({ columns: ['a'], rows: [[cell]] }).split('\r\n', 2);
        expect(line.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/);
      }),
    );
  });
});
