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

/** Rows between two looks at the clock. */
const few = 16;

const sampleCount = 3;
const sampleLength = 120;

/** Looks at the cells of each column as the rows are read. */
const createSampler = (columns: readonly Column[]) => {
  const seen = columns.map((column) => ({ column, samples: [] as string[], filled: 0 }));
  return {
    look: (cells: readonly string[]): void => {
      for (const [index, one] of seen.entries()) {
        const cell = cells[index]?.trim() ?? '';
        if (cell === '') continue;
        one.filled += 1;
        if (one.samples.length === sampleCount) continue;
        const sample = cell.slice(0, sampleLength);
        if (!one.samples.includes(sample)) one.samples.push(sample);
      }
    },
    columns: (): ReadColumn[] => seen.map(({ column, samples, filled }) => ({ ...column, samples, filled })),
  };
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
  const sampler = createSampler(header.columns);
  for (let index = first; index < rows.length; index += 1) {
    if (index % few === 0) await pace(index - first, rows.length - first);
    const cells = rows[index] ?? [];
    if (isBlank(cells)) continue;
    sampler.look(cells);
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
    columns: sampler.columns(),
    headerRow: header.index + 1,
  };
};
