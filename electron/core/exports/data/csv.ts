import { cleanText } from '../text/html.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication } from '../publication-types.ts';
import { publicationTable, type Table } from './table.ts';

/**
 * A cell that no spreadsheet runs: what begins like a formula (`=`, `+`, `-`, `@`, a tab or a line end) gets an
 * apostrophe in front, which spreadsheets take for "this is text" (OWASP, CSV Injection). What has apostrophes there of
 * its own gets one more, so that the import, which takes one away, gives back what went out.
 */
export const neutralised = (cell: string): string => (/^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The table as RFC 4180 has it, with a mark of UTF-8 in front, without which Excel misreads letters. */
export const toCsv = ({ columns, rows }: Table): string =>
  `\u{feff}${[columns, ...rows]
    .map((row) => row.map((cell) => quoted(neutralised(cleanText(cell)))).join(','))
    .map((line) => `${line}\r\n`)
    .join('')}`;

/** CSV: one row for each resource in each of its topics. */
export const csvFile = (publication: Publication): readonly ExportFile[] => [
  textFile('resources.csv', () => toCsv(publicationTable(publication))),
];
