import { z } from 'zod';

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-23T23:20:51.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof instantSchema>;

const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const isRealDate = (text: string): boolean => {
  const match = partialDate.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * A date only as exact as it is known: `2018`, `2018-11` or `2018-11-19` (ISO 8601, reduced precision).
 * A missing month or day is never filled in.
 */
export const honestDateSchema = z
  .string()
  .refine(isRealDate, { message: 'not a date (YYYY, YYYY-MM or YYYY-MM-DD)' });
export type HonestDate = z.infer<typeof honestDateSchema>;
