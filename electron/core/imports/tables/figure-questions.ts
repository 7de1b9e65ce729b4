import { figureOrderOf } from '../date-text.ts';
import type { Question } from '../reader.ts';
import type { Column } from './header.ts';

const dateFields: ReadonlySet<string> = new Set(['publishedOn', 'addedOn', 'modifiedOn', 'checkedOn']);

type Count = { dayFirst: number; monthFirst: number; either: number; example: string };

const countOrders = (rows: readonly (readonly string[])[], first: number, column: number): Count => {
  const count: Count = { dayFirst: 0, monthFirst: 0, either: 0, example: '' };
  for (let index = first; index < rows.length; index += 1) {
    const cell = rows[index]?.[column] ?? '';
    const order = figureOrderOf(cell);
    if (order === 'day-first') count.dayFirst += 1;
    else if (order === 'month-first') count.monthFirst += 1;
    else if (order === 'either') {
      count.either += 1;
      count.example ||= cell.trim();
    }
  }
  return count;
};

/** What the other dates of the column suggest; where they do not agree, or there are none, nothing is taken for a date. */
const suggested = ({ dayFirst, monthFirst }: Count): string => {
  if (dayFirst > 0 && monthFirst === 0) return 'day-first';
  return monthFirst > 0 && dayFirst === 0 ? 'month-first' : 'keep-as-text';
};

/** One question for each column of dates in which day and month could be taken for each other. */
export const figureQuestions = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  first: number,
): Question[] =>
  columns.flatMap(({ name, field }, column) => {
    if (!dateFields.has(field)) return [];
    const count = countOrders(rows, first, column);
    if (count.either === 0) return [];
    return [
      {
        id: `dates ${name}`,
        ask: 'date-order',
        values: { column: name, count: count.either, example: count.example },
        answers: ['keep-as-text', 'day-first', 'month-first'],
        answer: suggested(count),
      },
    ];
  });
