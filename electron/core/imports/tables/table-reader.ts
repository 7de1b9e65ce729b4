import type { ImportSource, Reader } from '../reader.ts';
import { isNaming } from './header.ts';
import { findDialect, isBlank, readFirstRows, readRecords } from './read-records.ts';
import { mostRows, readGrid } from './read-grid.ts';

/** What stands at the beginning of other formats, and of no table. */
const notATable = /^\s*(?:<|[[{]|TY {2}- |@\w+\s*\{|%PDF)/;

/** Whether a row reads as names of columns, so that the rows below may be of any length: short, different, no sentence. */
const looksNamed = (row: readonly string[], width: number): boolean =>
  width >= 3 &&
  row.length === width &&
  new Set(row).size === width &&
  row.every((cell) => cell !== '' && cell.length <= 40 && !/[.!?]|^\s|\s\S+\s\S+\s/.test(cell));

const looksLikeTable = ({ head }: ImportSource): number => {
  if (head.trim() === '' || notATable.test(head)) return 0;
  const { share, width, ...dialect } = findDialect(head);
  const rows = readFirstRows(head, dialect, 20).filter((row) => !isBlank(row));
  const isNamed = rows.some(isNaming);
  if (width >= 2) {
    if (isNamed) return 0.8;
    if (share > 0.8) return 0.3;
    return share > 0.5 || looksNamed(rows[0] ?? [], width) ? 0.15 : 0;
  }
  return isNamed && rows[0] !== undefined && isNaming(rows[0]) ? 0.4 : 0;
};

const isGuarded = (cell: string): boolean => cell.startsWith("'") && /^'+[=+\-@\t\r\n]/.test(cell);

/**
 * Takes away the apostrophe that keeps a spreadsheet from running a cell: ours (`neutralised` of the exports puts one in
 * front) and those of other careful programs. Of several one goes, so that what went out comes back.
 */
const withoutGuard = (cell: string): string => (isGuarded(cell) ? cell.slice(1) : cell);

/** CSV, TSV and their like. */
export const tableReader: Reader = {
  formats: ['csv'],
  recognise: looksLikeTable,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const { delimiter, newline } = findDialect(text);
    const records = await readRecords(
      text,
      { delimiter, newline },
      {
        limit: mostRows + 100,
        pace: () => work.pace(0, null),
        clean: (row) => (row.some(isGuarded) ? row.map(withoutGuard) : row),
      },
    );
    const about = { encoding, delimiter: delimiter.slice(0, 1) };
    return readGrid({ format: 'csv', title: null, ...records, about }, work);
  },
};
