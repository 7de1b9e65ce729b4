import { refusal } from '#core/refusal.ts';
import type { ImportFormat } from '#shared/contract/imports.ts';
import { toTitle } from '../folder-path.ts';
import type { Question, ReadColumn, Reading, ReadWork } from '../reader.ts';
import { isBlank } from './read-records.ts';
import { readGrid } from './read-grid.ts';

/** A sheet of a workbook; its rows are read when they are asked for. */
export type Sheet = { readonly name: string; readonly rows: () => Promise<readonly (readonly string[])[]> };

type Rows = Awaited<ReturnType<Sheet['rows']>>;

/** The question which sheet is meant, by its id. */
export const sheetQuestion = 'sheet';

/** The answer that takes all of them, each as a section. */
const everySheet = 'every-sheet';

const answerOf = (index: number): string => `sheet-${index + 1}`;

/** A workbook of more sheets than these offers the first ones. */
const mostOffered = 100;

const wordsOf = (sheets: readonly Sheet[]): Readonly<Record<string, string>> =>
  Object.fromEntries(sheets.map(({ name }, index) => [answerOf(index), name]));

const ask = (sheets: readonly Sheet[], answer: string): Question[] =>
  sheets.length < 2
    ? []
    : [
        {
          id: sheetQuestion,
          ask: 'sheet',
          // The names of the sheets are the words of the answers.
          values: { count: sheets.length, ...wordsOf(sheets) },
          answers: [...sheets.map((_, index) => answerOf(index)), everySheet],
          answer,
        },
      ];

const isEmpty = (rows: Rows): boolean => rows.every(isBlank);

/** The first sheet with something in it, since many workbooks begin with a blank one; else the first. */
const firstFilled = async (sheets: readonly Sheet[]): Promise<{ index: number; rows: Rows }> => {
  for (const [index, sheet] of sheets.entries()) {
    const rows = await sheet.rows();
    if (!isEmpty(rows)) return { index, rows };
  }
  throw refusal('file-format', 'csv-no-rows');
};

type Book = { readonly format: ImportFormat; readonly sheets: readonly Sheet[] };

const readOne = (format: ImportFormat, rows: Rows, about: Reading['about'], work: ReadWork) =>
  readGrid({ format, title: null, rows, unclosed: null, about }, work);

const mergeColumns = (all: readonly ReadColumn[]): ReadColumn[] => {
  const byName = new Map<string, ReadColumn>();
  for (const column of all) {
    const known = byName.get(column.name);
    const samples = [...new Set([...(known?.samples ?? []), ...column.samples])].slice(0, 3);
    byName.set(column.name, { ...column, samples, filled: (known?.filled ?? 0) + column.filled });
  }
  return [...byName.values()];
};

/** Every sheet that holds rows, as a section of its own unless its rows name one themselves. */
const readEvery = async ({ format, sheets }: Book, work: ReadWork): Promise<Reading> => {
  const readings: { readonly name: string; readonly reading: Reading }[] = [];
  for (const { name, rows } of sheets) {
    const found = await rows();
    if (found.filter((row) => !isBlank(row)).length < 2) continue;
    readings.push({ name, reading: await readOne(format, found, {}, work) });
  }
  const [first] = readings;
  if (first === undefined) throw refusal('file-format', 'csv-no-rows');
  const questions = readings.flatMap(({ reading }) => reading.questions);
  return {
    ...first.reading,
    candidates: readings.flatMap(({ name, reading }) =>
      reading.candidates.map((one) => ({ ...one, section: one.section ?? (toTitle(name) || null) })),
    ),
    problems: readings.flatMap(({ name, reading }) =>
      reading.problems.map((one) => ({ ...one, title: [name, one.title].filter(Boolean).join(' › ') })),
    ),
    about: { sheets: readings.map(({ name }) => name).join(', ') },
    questions: [...new Map(questions.map((question) => [question.id, question])).values()],
    columns: mergeColumns(readings.flatMap(({ reading }) => reading.columns ?? [])),
  };
};

/** Reads the sheet that the curator chose: the first with something in it, or every one. */
export const readSheets = async ({ format, sheets: all }: Book, work: ReadWork): Promise<Reading> => {
  const sheets = all.slice(0, mostOffered);
  const wanted = work.choices.answers[sheetQuestion];
  if (wanted === everySheet && sheets.length > 1) {
    const reading = await readEvery({ format, sheets }, work);
    return { ...reading, questions: [...ask(sheets, everySheet), ...reading.questions] };
  }
  const chosen = sheets.findIndex((_, index) => answerOf(index) === wanted);
  const { index, rows } =
    chosen < 0
      ? await firstFilled(sheets)
      : { index: chosen, rows: (await sheets[chosen]?.rows()) ?? ([] as Rows) };
  const others = all.flatMap(({ name }, at) => (at === index ? [] : [name])).join(', ');
  const about = { sheet: all[index]?.name ?? '', ...(others === '' ? {} : { 'other sheets': others }) };
  const reading = await readOne(format, rows, about, work);
  return { ...reading, questions: [...ask(sheets, answerOf(index)), ...reading.questions] };
};
