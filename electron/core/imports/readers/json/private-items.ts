import type { Choices, Question } from '../../reader.ts';
import type { RowRemark } from '../../remark.ts';

/** A record and whether its source shows it to everybody. */
export type Guarded<T> = { readonly item: T; readonly title: string; readonly isPublic: boolean };

/**
 * Leaves out what its source does not show to everybody, unless the curator said that it is to come in. What is left
 * out is named.
 */
export const chooseItems = <T>(
  all: readonly Guarded<T>[],
  { answers }: Choices,
): { readonly items: readonly T[]; readonly questions: Question[]; readonly leftOut: RowRemark[] } => {
  const count = all.filter(({ isPublic }) => !isPublic).length;
  if (count === 0) return { items: all.map(({ item }) => item), questions: [], leftOut: [] };
  const question: Question = {
    id: 'private-items',
    ask: 'private-items',
    values: { count },
    answers: ['leave-out', 'bring-in'],
    answer: 'leave-out',
  };
  const takesAll = answers['private-items'] === 'bring-in';
  return {
    items: all.filter(({ isPublic }) => isPublic || takesAll).map(({ item }) => item),
    questions: [question],
    leftOut: all.flatMap(({ title, isPublic }, index) =>
      isPublic || takesAll
        ? []
        : [{ row: index + 1, title, reason: 'private-left-out' as const, values: {} }],
    ),
  };
};
