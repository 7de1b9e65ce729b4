import { isDeepStrictEqual } from 'node:util';
import type { SharedTable } from '../share-records.ts';

/** Whose version is taken. */
export type Side = 'ours' | 'theirs';

/** Something that both sides changed, each in its own way. A value of `undefined` is "not there". */
export type Conflict = {
  readonly table: SharedTable;
  readonly recordId: string;
  /** A unit of the record (`title`, `credit.creator`, `sections.<id>.title`), or `record` where one side deleted it. */
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
};

/** Names a conflict, the same each time the same two states are merged. */
export const conflictId = ({ table, recordId, field }: Omit<Conflict, 'ours' | 'theirs'>): string =>
  `${table}/${recordId}/${field}`;

/** Three states of one thing. */
export type Three<Value> = { readonly base: Value; readonly ours: Value; readonly theirs: Value };

/** Settles what both sides changed, by what the curator chose; as long as nobody chose, ours stays. */
export type Settle = (conflict: Conflict) => Side;

export const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

/** The side that changed something the other left alone; null when both did, each in its own way. */
export const changedSide = ({ base, ours, theirs }: Three<unknown>): Side | null => {
  if (same(ours, theirs) || same(theirs, base)) return 'ours';
  return same(ours, base) ? 'theirs' : null;
};
