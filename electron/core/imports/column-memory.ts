import { createHash } from 'node:crypto';
import type { Settings } from '#shared/contract/settings.ts';
import type { ColumnMeaning } from '#shared/contract/column-meaning.ts';
import type { Part } from './import-draft.ts';
import type { Reading } from './reader.ts';

type Remembered = Settings['importColumns'];

/** So many tables are remembered. */
const mostRemembered = 40;

/** A sum of the names of a table's columns, by which it is known again. */
const namesSum = ({ columns = [] }: Reading): string =>
  createHash('sha256')
    .update(columns.map(({ name }) => name).join('\n'))
    .digest('hex')
    .slice(0, 32);

/** What the curator said of these columns another time, or null. */
export const rememberedColumns = (
  { importColumns }: Settings,
  reading: Reading,
): Readonly<Record<string, ColumnMeaning>> | null => {
  if (reading.columns === undefined) return null;
  const names = namesSum(reading);
  return importColumns.find((known) => known.names === names)?.columns ?? null;
};

/** The memory with what the curator said of the columns of these parts; null when that is nothing. */
export const rememberColumns = ({ importColumns }: Settings, parts: readonly Part[]): Remembered | null => {
  const said = parts
    .filter(({ choices }) => Object.keys(choices.columns).length > 0)
    .map(({ reading, choices }) => ({ names: namesSum(reading), columns: { ...choices.columns } }));
  if (said.length === 0) return null;
  const names = new Set(said.map((one) => one.names));
  return [...said, ...importColumns.filter((known) => !names.has(known.names))].slice(0, mostRemembered);
};
