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
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const dayFirst =
  /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th|\.|er|º|ª)?(?: de| of)? (\p{L}+)\.?,?(?: de)? (\d{4})$/u;
const monthFirst = /^(?:\p{L}+,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const monthOnly = /^(\p{L}+)\.?,?(?: de)? (\d{4})$/u;

/** Day and month in figures, where only one reading is a date: one is above 12, or both are the same. */
const fromFigures = (first: number, second: number, year: number): HonestDate | null => {
  if (first > 12) return toDate(year, second, first);
  if (second > 12 || first === second) return toDate(year, first, second);
  return null;
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
 * `c. 1920`, `1844-1845`, two-figure years, question marks.
 */
export const createDateReader = (): ((text: string) => HonestDate | null) => {
  const months = monthNames();
  return (text) => {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    const found = iso.exec(line) ?? basic.exec(line);
    if (found) {
      const [year = 0, month, day] = found
        .slice(1, 4)
        .map((part) => (part === undefined ? undefined : Number(part)));
      return year < 1 ? null : toDate(year, month, day);
    }
    const figures = numeric.exec(line);
    if (figures) return fromFigures(Number(figures[1]), Number(figures[3]), Number(figures[4]));
    return fromWords(line, months);
  };
};
