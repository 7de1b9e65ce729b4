import { foldText } from '#shared/domain/fold.ts';
import { honestDateSchema, type HonestDate } from '#shared/model/dates.ts';

const monthLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

const squash = (word: string): string => foldText(word).replaceAll('.', '');

const monthNames = (): ReadonlyMap<string, number> => {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of monthLanguages) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
      for (let number = 1; number <= 12; number += 1) {
        const parts = format.formatToParts(Date.UTC(2001, number - 1, 1));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        // The first language to claim a name keeps it.
        if (!names.has(squash(name))) names.set(squash(name), number);
      }
    }
  }
  return names;
};

const toDate = (year: number, month?: number, day?: number): HonestDate | null => {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const parts = [
    digits(year, 4),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [digits(part, 2)])),
  ];
  const parsed = honestDateSchema.safeParse(parts.join('-'));
  return parsed.success ? parsed.data : null;
};

const iso =
  /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const basic = /^(\d{4})(\d{2})(\d{2})$/;
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ ,T]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)?$/i;
const dayFirst =
  /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th|\.|er|º|ª)?(?: de| of)? (\p{L}+)\.?,?(?: de)? (\d{4})$/u;
const monthFirst = /^(?:\p{L}+,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const monthOnly = /^(\p{L}+)\.?,?(?: de)? (\d{4})$/u;

/** Which of two figures is the day; null: not known. */
export type FigureOrder = 'day-first' | 'month-first' | null;

/** Day and month in figures. Without an order only where one reading is a date: one is above 12, or both are the same. */
const fromFigures = (
  [first, second, year]: readonly [number, number, number],
  order: FigureOrder,
): HonestDate | null => {
  if (first > 12 || (order === 'day-first' && second <= 12)) return toDate(year, second, first);
  if (second > 12 || first === second || order === 'month-first') return toDate(year, first, second);
  return null;
};

/** In which order a text in figures can be a date, or null when it is not written so. `either`: only its writer knows. */
export const figureOrderOf = (text: string): 'day-first' | 'month-first' | 'either' | null => {
  const figures = numeric.exec(text.trim());
  if (!figures) return null;
  const [first, second] = [Number(figures[1]), Number(figures[3])];
  if (first > 31 || second > 31 || first === 0 || second === 0 || (first > 12 && second > 12)) return null;
  if (first === second) return null;
  if (first > 12) return 'day-first';
  return second > 12 ? 'month-first' : 'either';
};

/**
 * The day (UTC) of a moment as programs count it: in seconds, milliseconds or microseconds since 1970, told apart by
 * their size. Null for anything else, and outside the years 1971 to 2100.
 */
export const dayOfEpoch = (text: string | number): HonestDate | null => {
  const line = String(text).trim();
  if (!/^\d{8,17}$/.test(line)) return null;
  const count = Number(line);
  const milliseconds = count < 1e11 ? count * 1000 : count < 1e14 ? count : count / 1000;
  const day = new Date(milliseconds);
  const year = day.getUTCFullYear();
  return year > 1970 && year <= 2100 ? day.toISOString().slice(0, 10) : null;
};

const fromWords = (text: string, months: ReadonlyMap<string, number>): HonestDate | null => {
  const month = (name: string | undefined): number | undefined => months.get(squash(name ?? ''));
  const day = dayFirst.exec(text);
  const middle = monthFirst.exec(text);
  const only = monthOnly.exec(text);
  const [name, number, year] = day
    ? [day[2], day[1], day[3]]
    : middle
      ? [middle[1], middle[2], middle[3]]
      : [only?.[1], undefined, only?.[2]];
  const found = month(name);
  return found === undefined
    ? null
    : toDate(Number(year), found, number === undefined ? undefined : Number(number));
};

/**
 * Makes a reader of dates as people and programs write them. A date comes out only as exact as it was found, the day
 * as its own writer saw it (a time zone is not converted). Null for what is not one certain date: `03/04/2018`,
 * `c. 1920`, `1844-1845`, two-figure years, question marks. With an order `03/04/2018` is certain, too.
 */
export const createDateReader = (): ((text: string, order?: FigureOrder) => HonestDate | null) => {
  const months = monthNames();
  return (text, order = null) => {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    const found = iso.exec(line) ?? basic.exec(line);
    if (found) {
      const [year = 0, month, day] = found
        .slice(1, 4)
        .map((part) => (part === undefined ? undefined : Number(part)));
      return year < 1 ? null : toDate(year, month, day);
    }
    const figures = numeric.exec(line);
    if (figures) {
      return fromFigures([Number(figures[1]), Number(figures[3]), Number(figures[4])], order);
    }
    return fromWords(line, months);
  };
};
