import type { SearchClause } from '#shared/domain/search/search-query.ts';
import type { IdsQuery, IndexAnswer, IndexQuery } from './worker/messages.ts';

/** The index of the open library. Answers hold every change that was on the disk when they were asked for. */
export type Search = {
  /** Gets ready for being asked, without waiting: what is made in bulk from now on can be found soon after. */
  readonly prepare: () => void;
  readonly query: (query: IndexQuery) => Promise<IndexAnswer>;
  /** Ids of all that is found, one a line, however many. Null when one of the two it asks between is not found. */
  readonly ids: (query: IdsQuery) => Promise<string | null>;
  /** How many resources each list of conditions finds. */
  readonly count: (queries: readonly (readonly SearchClause[])[]) => Promise<readonly number[]>;
  /** Keeps the index for next time and ends its thread. Safe to call twice. */
  readonly close: () => Promise<void>;
};
