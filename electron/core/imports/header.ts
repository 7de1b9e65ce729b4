import { refusal } from '#core/refusal.ts';
import { columnField, type ColumnField } from './columns.ts';
import { isBlank } from './read-records.ts';

/** A column with a name of its own, unique in the table. */
export type Column = { readonly name: string; readonly field: ColumnField | null };

/** The row that names the columns: its index among all rows. */
export type Header = { readonly index: number; readonly columns: readonly Column[] };

/** How many rows from the top the column names are looked for. */
const searched = 20;

const knownFields = (row: readonly string[]): ReadonlySet<ColumnField> =>
  new Set(row.map(columnField).filter((field) => field !== null));

const isNaming = (row: readonly string[]): boolean =>
  row.some((cell) => columnField(cell) === 'title' || columnField(cell) === 'url');

/** The first row if it has a title or link; else the first with two known names, or with one of those; else the first. */
const headerIndex = (rows: readonly (readonly string[])[]): number => {
  const candidates = rows.flatMap((row, index) => (isBlank(row) ? [] : [index])).slice(0, searched);
  const cells = (index: number): readonly string[] => rows[index] ?? [];
  const [first = 0] = candidates;
  if (isNaming(cells(first))) return first;
  return (
    candidates.find((index) => knownFields(cells(index)).size >= 2) ??
    candidates.find((index) => isNaming(cells(index))) ??
    first
  );
};

/** Names that an object cannot have as a plain key. */
const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

const nameColumns = (cells: readonly string[]): Column[] => {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const text = cell.replaceAll(/\s+/g, ' ').trim().slice(0, 150);
    const plain = text === '' ? `Column ${index + 1}` : unsafe.has(text) ? `Column ${text}` : text;
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain} ${number}`;
    taken.add(name);
    return { name, field: columnField(cell) };
  });
};

/** At most this many column names are listed in a refusal. */
const listed = 12;

/**
 * Finds the column names. `file-format` when the file is no table, and with reason `csv-no-title-column` and the names
 * found when none of them is a title or a link.
 */
export const findHeader = (rows: readonly (readonly string[])[]): Header => {
  const index = headerIndex(rows);
  const cells = rows[index] ?? [];
  // Trailing delimiters are no columns.
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const columns = nameColumns(cells.slice(0, width));
  if (columns.some(({ field }) => field === 'title' || field === 'url')) return { index, columns };
  if (columns.length < 2 || /^\s*<(?:!doctype|html|\?xml)/i.test(cells[0] ?? '')) {
    throw refusal('file-format', 'csv-not-a-table');
  }
  const names = columns.slice(0, listed).map(({ name }) => name.slice(0, 40));
  throw refusal('file-format', 'csv-no-title-column', {
    columns: `${names.join(', ')}${columns.length > listed ? ', …' : ''}`,
  });
};
