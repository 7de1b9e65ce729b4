import type { ColumnMeaning } from '#shared/contract/column-meaning.ts';
import type { Choices } from '../reader.ts';
import { columnField, type ColumnField } from './columns.ts';
import { findProfile, profileName } from './profiles.ts';
import { isBlank } from './read-records.ts';

/** A column with a name of its own, unique in the table. */
export type Column = { readonly name: string; readonly field: ColumnMeaning };

/** The row that names the columns: its index among all rows; -1: none does. */
export type Header = {
  readonly index: number;
  readonly columns: readonly Column[];
  /** The program whose columns these are, where that is known. */
  readonly profile: string | null;
};

type Rows = readonly (readonly string[])[];

/** How many rows from the top the column names are looked for. */
const searched = 20;

const knownFields = (row: readonly string[]): ReadonlySet<ColumnField> =>
  new Set(row.map(columnField).filter((field) => field !== null));

/** Whether a row names a title or a link. */
export const isNaming = (row: readonly string[]): boolean =>
  row.some((cell) => columnField(cell) === 'title' || columnField(cell) === 'url');

/** The first row if it has a title or link; else the first with two known names, or with one of those; else the first. */
const headerIndex = (rows: Rows): number => {
  const candidates: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (candidates.length === searched) break;
    if (!isBlank(row)) candidates.push(index);
  }
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

const nameColumns = (cells: readonly string[]): string[] => {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const text = cell.replaceAll(/\s+/g, ' ').trim().slice(0, 150);
    const plain = text === '' ? `Column ${index + 1}` : unsafe.has(text) ? `Column ${text}` : text;
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain} ${number}`;
    taken.add(name);
    return name;
  });
};

const widest = (rows: Rows): number =>
  rows.slice(0, 1_000).reduce((most, row) => Math.max(most, row.length), 0);

/** Finds the column names, or takes them from the row that the curator named, and says what each is taken for. */
export const findHeader = (
  rows: Rows,
  { columns: chosen, headerRow }: Pick<Choices, 'columns' | 'headerRow'>,
): Header => {
  const index = headerRow === null ? headerIndex(rows) : Math.min(headerRow, rows.length) - 1;
  const cells = index < 0 ? Array.from({ length: widest(rows) }, () => '') : (rows[index] ?? []);
  // Trailing delimiters are no columns.
  const width = index < 0 ? cells.length : cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const names = nameColumns(cells.slice(0, width));
  const profile = findProfile(names);
  const columns = names.map((name, at): Column => {
    const known = profile?.columns[profileName(name)] ?? columnField(cells[at] ?? '') ?? 'other';
    return { name, field: chosen[name] ?? known };
  });
  return { index, columns, profile: profile?.name ?? null };
};
