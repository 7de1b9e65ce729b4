/** How many typing errors a word of this length may have: short words are too much alike for any. */
export const allowedErrors = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The rows of the table of errors; `row` and `column` count letters from the beginning. */
type Rows = { readonly beforeLast: Uint8Array; readonly last: Uint8Array; readonly current: Uint8Array };

const isSwap = (typed: string, term: string, row: number, column: number): boolean =>
  row > 1 &&
  column > 1 &&
  typed.charCodeAt(row - 1) === term.charCodeAt(column - 2) &&
  typed.charCodeAt(row - 2) === term.charCodeAt(column - 1);

/** Fills the row of a letter and answers the least in it. */
const fillRow = ({ beforeLast, last, current }: Rows, typed: string, term: string, row: number): number => {
  const letter = typed.charCodeAt(row - 1);
  let least = row;
  let left = row;
  current[0] = row;
  for (let column = 1; column < current.length; column += 1) {
    const changed = (last[column - 1] ?? 0) + (letter === term.charCodeAt(column - 1) ? 0 : 1);
    left = Math.min((last[column] ?? 0) + 1, left + 1, changed);
    if (isSwap(typed, term, row, column)) left = Math.min(left, (beforeLast[column - 2] ?? 0) + 1);
    current[column] = left;
    if (left < least) least = left;
  }
  return least;
};

/**
 * How many letters must be put in, left out, changed or swapped with their neighbor to turn `typed` into `term` or
 * into a beginning of it that is no shorter. More than `most`: `most + 1`, found early.
 */
export const typingErrors = (typed: string, term: string, most: number): number => {
  const columns = Math.min(term.length, typed.length + most);
  let [beforeLast, last, current] = [
    new Uint8Array(columns + 1),
    new Uint8Array(columns + 1),
    new Uint8Array(columns + 1),
  ];
  for (let column = 0; column <= columns; column += 1) last[column] = column;
  for (let row = 1; row <= typed.length; row += 1) {
    if (fillRow({ beforeLast, last, current }, typed, term, row) > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  // The word may go on after what was typed: the best beginning of it that is as long counts, too.
  const wholes = last.subarray(Math.min(typed.length, columns));
  return Math.min(...wholes, most + 1);
};
