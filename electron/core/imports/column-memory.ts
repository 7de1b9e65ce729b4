import { createHash } from 'node:crypto';
import type { Settings } from '#shared/contract/settings.ts';
import type { Part } from './import-draft.ts';
import type { Choices, Reading } from './reader.ts';
import { sheetQuestion } from './tables/read-sheets.ts';

type Remembered = Pick<Settings, 'importColumns' | 'importSheets'>;

/** So many tables are remembered. */
const mostRemembered = 40;

const sumOf = (names: readonly string[]): string =>
  createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32);

/** A sum of the names of a table's columns, by which it is known again. */
const columnsSum = ({ columns = [] }: Reading): string => sumOf(columns.map(({ name }) => name));

/** A sum of the names of a workbook's sheets; null: it has one, or is none. */
const sheetsSum = ({ questions }: Reading): string | null => {
  const sheets = questions.find(({ id }) => id === sheetQuestion);
  return sheets === undefined
    ? null
    : sumOf(sheets.answers.map((answer) => String(sheets.values[answer] ?? '')));
};

/** What the curator said of these columns another time, or null. */
export const rememberedColumns = (
  { importColumns }: Settings,
  reading: Reading,
): Choices['columns'] | null => {
  if (reading.columns === undefined) return null;
  const names = columnsSum(reading);
  return importColumns.find((known) => known.names === names)?.columns ?? null;
};

/** Which sheet the curator chose of a workbook with these sheets, as an answer; null: never another one. */
export const rememberedSheet = ({ importSheets }: Settings, reading: Reading): Choices['answers'] | null => {
  const names = sheetsSum(reading);
  const answer = importSheets.find((known) => known.names === names)?.answer;
  return answer === undefined ? null : { [sheetQuestion]: answer };
};

const newestFirst = <Known extends { readonly names: string }>(
  said: readonly Known[],
  before: readonly Known[],
): Known[] => {
  const names = new Set(said.map((one) => one.names));
  return [...said, ...before.filter((known) => !names.has(known.names))].slice(0, mostRemembered);
};

/** The memory with what the curator said of the sheets and columns of these parts; null when that is nothing. */
export const rememberTables = (
  { importColumns, importSheets }: Settings,
  parts: readonly Part[],
): Remembered | null => {
  const columns = parts
    .filter(({ choices }) => Object.keys(choices.columns).length > 0)
    .map(({ reading, choices }) => ({ names: columnsSum(reading), columns: { ...choices.columns } }));
  const sheets = parts.flatMap(({ reading, choices }) => {
    const [names, answer] = [sheetsSum(reading), choices.answers[sheetQuestion]];
    return names === null || answer === undefined ? [] : [{ names, answer }];
  });
  if (columns.length + sheets.length === 0) return null;
  return {
    importColumns: newestFirst(columns, importColumns),
    importSheets: newestFirst(sheets, importSheets),
  };
};
