/** A stretch of days as numbers such as 20181119, both ends included. */
export type DayRange = { readonly from: number; readonly to: number };

const lastDay = 99_999_999;
const partial = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const ago = /^(\d{1,4})([dwmy])$/;
const daysIn = { d: 1, w: 7, m: 30, y: 365 } as const;

/** A date as a number; month and day are 0 where they are not known, so that `2018` is before `2018-01`. */
export const dayNumber = (date: string | null): number => {
  const match = date === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  return match ? Number(match[1]) * 10_000 + Number(match[2] ?? 0) * 100 + Number(match[3] ?? 0) : 0;
};

/** The day so many days before `today`, as a number. */
export const minusDays = (today: string, days: number): number => {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return dayNumber(date.toISOString());
};

/** All days that a date may mean: 2018 from 20180000 to 20189999. */
const spanOf = (text: string): DayRange | null => {
  const match = partial.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (month > 12 || day > 31 || (match[2] !== undefined && month === 0)) return null;
  const from = year * 10_000 + month * 100 + day;
  if (match[2] === undefined) return { from, to: from + 9_999 };
  return match[3] === undefined ? { from, to: from + 99 } : { from, to: from };
};

const pointOf = (text: string, today: string): DayRange | null => {
  if (text === 'today') return spanOf(today);
  if (text === 'yesterday') return { from: minusDays(today, 1), to: minusDays(today, 1) };
  const back = ago.exec(text);
  if (!back) return spanOf(text);
  const day = minusDays(today, Number(back[1]) * daysIn[back[2] as keyof typeof daysIn]);
  return { from: day, to: day };
};

const compared = (sign: string, { from, to }: DayRange): DayRange => {
  if (sign === '<') return { from: 1, to: from - 1 };
  if (sign === '<=') return { from: 1, to };
  return sign === '>' ? { from: to + 1, to: lastDay } : { from, to: lastDay };
};

const between = (first: string, last: string, today: string): DayRange | null => {
  const from = first === '' ? { from: 1, to: 1 } : pointOf(first, today);
  const to = last === '' ? { from: lastDay, to: lastDay } : pointOf(last, today);
  return from && to && { from: from.from, to: to.to };
};

/**
 * Reads what stands behind `published:` and its siblings: `2018`, `2018-11`, `2018-11-19`, `<2019`, `>=2018-11`,
 * `2015..2018`, `today`, and `7d`, `4w`, `6m`, `2y` for "within the last". Null when it is none of these.
 */
export const parseDateRange = (text: string, today: string): DayRange | null => {
  const [, sign, rest] = /^(<=|>=|<|>)(.+)$/.exec(text) ?? [];
  if (sign !== undefined && rest !== undefined) {
    const point = pointOf(rest, today);
    return point && compared(sign, point);
  }
  const [first = '', second] = text.split('..');
  if (second !== undefined) return between(first, second, today);
  const point = pointOf(text, today);
  return point && ago.test(text) ? { from: point.from, to: dayNumber(today) } : point;
};
