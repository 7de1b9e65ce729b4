import type { Change } from '#shared/model/change.ts';
import { touchedBy } from '../datastore/history-stacks.ts';

/** A table of which more records than this were touched is named once. */
const mostNames = 1_000;

/** What an event says that a change touched: `table/id` each, or `table/*` where there are too many to name. */
export const namesOfTouched = ({ ops }: Pick<Change, 'ops'>): string[] =>
  [...touchedBy(ops)].flatMap(([table, ids]) =>
    ids.size > mostNames ? [`${table}/*`] : [...ids].map((id) => `${table}/${id}`),
  );
