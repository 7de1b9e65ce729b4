import { distance } from 'fastest-levenshtein';

/** How many letters two titles of about this length may differ by and still be called the same: one in fifteen. */
const tolerance = (length: number): number => (length < 12 ? 0 : Math.min(4, Math.floor(length / 12)));

/** A title made ready for comparing with many others. */
export type ComparableTitle = { readonly text: string; readonly numbers: string };

/** The words of a title (`titleWords`), joined, and the numbers among them. */
export const comparableTitle = (words: readonly string[]): ComparableTitle => ({
  text: words.join(' '),
  numbers: words.filter((word) => /\d/.test(word)).join(' '),
});

/** Whether two titles are as good as equal. Numbers must agree: “Part 1” is not “Part 2”. */
export const areNearEqual = (a: ComparableTitle, b: ComparableTitle): boolean => {
  if (a.numbers !== b.numbers) return false;
  if (a.text === b.text) return a.text !== '';
  const most = tolerance(Math.min(a.text.length, b.text.length));
  if (most === 0 || Math.abs(a.text.length - b.text.length) > most) return false;
  return distance(a.text, b.text) <= most;
};

/**
 * Keys such that near-equal titles share at least one: what begins the title, what ends it, and its two longest words. A
 * difference of a few letters cannot touch all of them.
 */
export const blockKeys = (words: readonly string[]): readonly string[] => {
  if (words.length === 0) return [];
  const long = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [
    `^${words.slice(0, 2).join(' ')}`,
    `${words.slice(-2).join(' ')}$`,
    ...(long.length > 1 ? [`+${long.slice(0, 2).join(' ')}`] : []),
  ];
};
