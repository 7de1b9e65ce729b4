import Papa from 'papaparse';

/** How a table is written: what parts its cells and its rows. */
export type Dialect = { readonly delimiter: string; readonly newline: '\n' | '\r' };

/** A dialect, and how well it fits: the share of rows that have `width` cells. */
export type FoundDialect = Dialect & { readonly share: number; readonly width: number };

/** The rows of a table, blank ones included so that their numbers are those of the file. */
export type Records = {
  readonly rows: readonly (readonly string[])[];
  /** Index of the row in which a quotation mark is opened and never closed. */
  readonly unclosed: number | null;
};

/** With a blank behind, for tables that have one after every delimiter, even before a quotation mark. */
const delimiters = [',', ';', '\t', '|', ', ', '; '] as const;

const sampleLength = 64_000;
const sampleRows = 60;

/** Whether nothing is in any cell. */
export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

const newlineOf = (text: string): Dialect['newline'] => {
  const returns = text.match(/\r(?!\n)/g)?.length ?? 0;
  const feeds = text.match(/\n/g)?.length ?? 0;
  return returns > feeds ? '\r' : '\n';
};

/** The number of cells that most rows have, and how many rows that is. */
const commonWidth = (rows: readonly (readonly string[])[]): { width: number; count: number } => {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[width, count] = [0, 0]] = [...counts].toSorted(([a, many], [b, more]) => more - many || b - a);
  return { width, count };
};

type Fit = { readonly share: number; readonly faults: number; readonly width: number };

/** How evenly a delimiter cuts the sample: the share of rows that have the most common width, if that is above 1. */
const fit = (sample: string, dialect: Dialect, isWhole: boolean): Fit | null => {
  const { data, errors } = Papa.parse<string[]>(sample, { ...dialect, preview: sampleRows });
  const rows = (isWhole || data.length === sampleRows ? data : data.slice(0, -1)).filter(
    (row) => !isBlank(row),
  );
  const common = commonWidth(rows);
  if (common.width < 2) return null;
  return { share: common.count / rows.length, faults: errors.length, width: common.width };
};

const compareFits = (a: Fit, b: Fit): number => b.share - a.share || a.faults - b.faults || b.width - a.width;

/** Finds out how a table is written, from its beginning. A table of one column counts as parted by commas. */
export const findDialect = (text: string): FoundDialect => {
  const sample = text.slice(0, sampleLength);
  const newline = newlineOf(sample);
  const isWhole = sample.length === text.length;
  const fits = delimiters.flatMap((delimiter) => {
    const found = fit(sample, { delimiter, newline }, isWhole);
    return found === null ? [] : [{ ...found, delimiter }];
  });
  const [best] = fits.toSorted(compareFits);
  return {
    newline,
    delimiter: best?.delimiter ?? ',',
    share: best?.share ?? 0,
    width: best?.width ?? 1,
  };
};

/** Line ends of the other kind stay at the edges of a row when a file mixes them. */
const trimLineEnds = (row: string[], { newline }: Dialect): string[] => {
  if (newline === '\n') {
    const last = row.at(-1);
    return last?.endsWith('\r') ? [...row.slice(0, -1), last.slice(0, -1)] : row;
  }
  const [first] = row;
  return first?.startsWith('\n') ? row.with(0, first.slice(1)) : row;
};

/**
 * Rows that a lone carriage return has run together: taken apart where that gives rows of the right width, and only
 * there, since a return inside a quoted cell is text.
 */
const splitStrayReturns = (row: string[], width: number): string[][] => {
  if (row.length <= width || !row.some((cell) => /\r(?!\n)/.test(cell))) return [row];
  const rows: string[][] = [[]];
  for (const cell of row) {
    const [first = '', ...others] = cell.split(/\r(?!\n)/);
    rows.at(-1)?.push(first);
    for (const other of others) rows.push([other]);
  }
  return rows.every(({ length }) => length === width) ? rows : [row];
};

const chunkLength = 256 * 1024;

type Parsed = Pick<Papa.ParseResult<string[]>, 'data' | 'errors'> & {
  readonly meta: { readonly cursor: number };
};

/** Parses from `start`, as much as makes whole rows; more at once only where a row is longer than that. */
const parseFrom = (text: string, start: number, { delimiter, newline }: Dialect): Parsed => {
  for (let length = chunkLength; ; length *= 4) {
    const isLast = start + length >= text.length;
    const parser = new Papa.Parser({ delimiter, newline });
    const parsed = parser.parse(text.slice(start, start + length), 0, !isLast) as Parsed;
    if (isLast) return { ...parsed, meta: { cursor: text.length - start } };
    if (parsed.meta.cursor > 0) return parsed;
  }
};

/** The first rows of a table, for a look at it. */
export const readFirstRows = (text: string, dialect: Dialect, count: number): string[][] =>
  Papa.parse<string[]>(text, { ...dialect, preview: count }).data;

type ReadOptions = {
  readonly limit: number;
  /** Awaited between parts, with the share that is read. */
  readonly pace: (share: number) => Promise<void>;
  /** Done to each row before it counts as read. */
  readonly clean?: (row: string[]) => string[];
};

/** Every row of a table, at most `limit` of them. */
export const readRecords = async (
  text: string,
  { delimiter, newline }: Dialect,
  { limit, pace, clean = (row) => row }: ReadOptions,
): Promise<Records> => {
  const dialect = { delimiter, newline };
  const rows: string[][] = [];
  let unclosed: number | null = null;
  let width: number | null = null;
  for (let start = 0; start < text.length && rows.length < limit;) {
    const { data, errors, meta } = parseFrom(text, start, dialect);
    const fault = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    if (fault !== undefined) unclosed ??= rows.length + fault;
    width ??= commonWidth(data.filter((row) => !isBlank(row))).width;
    for (const row of data) {
      const trimmed = trimLineEnds(row, dialect);
      for (const one of newline === '\n' ? splitStrayReturns(trimmed, width) : [trimmed])
        rows.push(clean(one));
    }
    start += meta.cursor;
    await pace(start / text.length);
  }
  return { rows: rows.length > limit ? rows.slice(0, limit) : rows, unclosed };
};
