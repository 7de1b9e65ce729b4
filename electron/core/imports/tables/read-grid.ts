import { refusal } from '#core/refusal.ts';
import type { ImportFormat } from '#shared/contract/imports.ts';
import type { FigureOrder } from '../date-text.ts';
import type { Candidate, Question, ReadColumn, Reading, ReadWork } from '../reader.ts';
import type { RowRemark } from '../remark.ts';
import { isBlank } from './read-records.ts';
import { figureQuestions } from './figure-questions.ts';
import { findHeader, type Column, type Header } from './header.ts';
import { createRowReader } from './row-reader.ts';

/** A table, however it was written: rows of cells as text, blank ones included so that their numbers are the file's. */
export type Grid = {
  readonly format: ImportFormat;
  readonly title: string | null;
  readonly rows: readonly (readonly string[])[];
  /** Index of the row in which a quotation mark is opened and never closed. */
  readonly unclosed: number | null;
  readonly about: Readonly<Record<string, string>>;
};

/** Bound of one import, so that memory stays bounded too. */
export const mostRows = 200_000;

const sampleCount = 3;
const sampleLength = 120;

const toColumns = (columns: readonly Column[], rows: Grid['rows'], first: number): ReadColumn[] => {
  const samples = columns.map((): string[] => []);
  const filled = columns.map(() => 0);
  for (let index = first; index < rows.length; index += 1) {
    rows[index]?.forEach((raw, column) => {
      const cell = raw.trim();
      const seen = samples[column];
      if (cell === '' || seen === undefined) return;
      filled[column] = (filled[column] ?? 0) + 1;
      const sample = cell.slice(0, sampleLength);
      if (seen.length < sampleCount && !seen.includes(sample)) seen.push(sample);
    });
  }
  return columns.map((column, index) => ({
    ...column,
    samples: samples[index] ?? [],
    filled: filled[index] ?? 0,
  }));
};

/** Remarks about the file as such: lines above the column names, a quotation mark that never ends, no title. */
const fileRemarks = ({ rows, unclosed }: Grid, { index, columns }: Header): RowRemark[] => {
  const above = rows.slice(0, Math.max(index, 0)).flatMap((row, at): RowRemark[] => {
    const title = row.join(' ').trim();
    return title === '' ? [] : [{ row: at + 1, title, reason: 'lines-above-header', values: {} }];
  });
  const named = columns.some(({ field }) => field === 'title' || field === 'url' || field === 'fileAddress');
  return [
    ...(named ? [] : [{ row: index + 1, title: '', reason: 'no-title-column', values: {} } as const]),
    ...above,
    ...(unclosed === null
      ? []
      : [{ row: unclosed + 1, title: '', reason: 'unclosed-quote', values: {} } as const]),
  ];
};

const orderOf = ({ answer }: Question, chosen: string | undefined): FigureOrder => {
  const order = chosen ?? answer;
  return order === 'day-first' || order === 'month-first' ? order : null;
};

const checkRows = ({ rows }: Grid, { index }: Header): void => {
  if (rows.length - index - 1 > mostRows)
    throw refusal('file-format', 'csv-too-many-rows', { rows: mostRows });
  if (rows.slice(index + 1).every(isBlank)) throw refusal('file-format', 'csv-no-rows');
};

/** Understands a table row by row. Throws `file-format` when it has no rows, or too many. */
export const readGrid = async (grid: Grid, { choices, types, pace }: ReadWork): Promise<Reading> => {
  const { rows, format, title } = grid;
  const header = findHeader(rows, choices);
  checkRows(grid, header);
  const first = header.index + 1;
  const questions = figureQuestions(header.columns, rows, first);
  const orders = new Map(
    questions.map((question) => [
      String(question.values['column']),
      orderOf(question, choices.answers[question.id]),
    ]),
  );
  const readRow = createRowReader({ columns: header.columns, types, orders });
  const candidates: Candidate[] = [];
  const problems = fileRemarks(grid, header);
  for (let index = first; index < rows.length; index += 1) {
    await pace(index - first, rows.length - first);
    const cells = rows[index] ?? [];
    if (isBlank(cells)) continue;
    const read = readRow(index + 1, cells);
    if (read.kind === 'taken') candidates.push(read.candidate);
    else problems.push({ row: index + 1, title: read.title, ...read.remark });
  }
  return {
    format,
    title,
    topics: [],
    candidates,
    problems,
    about: { ...grid.about, ...(header.profile === null ? {} : { profile: header.profile }) },
    questions,
    columns: toColumns(header.columns, rows, first),
    headerRow: header.index + 1,
  };
};
