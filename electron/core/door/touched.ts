import type { Change } from '#shared/model/change.ts';

/** A table of which more records than this were touched is named once. */
const mostNames = 1_000;

/** What an event says that a change touched: `table/id` each, or `table/*` where there are too many to name. */
export const namesOfTouched = ({ ops }: Pick<Change, 'ops'>): string[] => {
  const touched = new Map<string, Set<string>>();
  for (const { table, id } of ops) {
    const ids = touched.get(table);
    if (ids === undefined) touched.set(table, new Set([id]));
    // Of a hundred thousand it is enough to know that they are too many.
    else if (ids.size <= mostNames) ids.add(id);
  }
  return [...touched].flatMap(([table, ids]) =>
    ids.size > mostNames ? [`${table}/*`] : [...ids].map((id) => `${table}/${id}`),
  );
};
