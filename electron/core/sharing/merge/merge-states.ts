import { sharedTables, type SharedTable, type ShareRecords } from '../share-records.ts';
import { conflictId, same, type Conflict, type Side, type Three } from './conflict.ts';
import { mergeRecord } from './merge-record.ts';
import { mend } from './mend.ts';
import type { AnyRecord } from './units.ts';

/** What the curator chose for each conflict, by its id. */
export type MergeChoices = Readonly<Record<string, Side>>;

export type Merged = { readonly records: ShareRecords; readonly conflicts: readonly Conflict[] };

type Work = {
  readonly states: Three<ShareRecords>;
  readonly settle: (conflict: Conflict) => Side;
};

const recordOf = (records: ShareRecords, table: SharedTable, id: string): AnyRecord | undefined =>
  (records[table] as Readonly<Record<string, AnyRecord>>)[id];

/**
 * Whether a record that one side lacks was taken away there. Only entries of a topic which that side has: a topic that
 * did not come along was not deleted, and neither was a resource or a picture that no longer stands anywhere.
 */
const wasTakenAway = (table: SharedTable, base: AnyRecord | undefined, side: ShareRecords): boolean =>
  table === 'placements' && base !== undefined && String(base['topicId']) in side.topics;

const mergeOne = (table: SharedTable, id: string, { states, settle }: Work): AnyRecord | undefined => {
  const base = recordOf(states.base, table, id);
  const ours = recordOf(states.ours, table, id);
  const theirs = recordOf(states.theirs, table, id);
  if (ours && theirs) {
    return mergeRecord({ base, ours, theirs }, { table, recordId: id, settle });
  }
  const present = ours ?? theirs;
  if (present === undefined || !wasTakenAway(table, base, ours ? states.theirs : states.ours)) return present;
  if (same(present, base)) return undefined;
  const side = settle({ table, recordId: id, field: 'record', ours, theirs });
  return side === 'ours' ? ours : theirs;
};

const mergeTable = (table: SharedTable, work: Work): Readonly<Record<string, AnyRecord>> => {
  const { ours, theirs } = work.states;
  const ids = [...new Set([...Object.keys(ours[table]), ...Object.keys(theirs[table])])].toSorted();
  const merged = ids.map((id) => [id, mergeOne(table, id, work)] as const);
  return Object.fromEntries(merged.filter((entry): entry is [string, AnyRecord] => entry[1] !== undefined));
};

/**
 * Merges two states that were made from one, field by field. What only one side changed is taken, what both changed in
 * the same way, too; what they changed differently is a conflict, settled by `choices` (ours, as long as nobody chose).
 * Merging the same state again changes nothing, and with choices turned around either order gives the same.
 */
export const mergeStates = (states: Three<ShareRecords>, choices: MergeChoices = {}): Merged => {
  const conflicts: Conflict[] = [];
  const settle = (conflict: Conflict): Side => {
    conflicts.push(conflict);
    return choices[conflictId(conflict)] ?? 'ours';
  };
  const tables = sharedTables.map((table) => [table, mergeTable(table, { states, settle })]);
  const records = mend(Object.fromEntries(tables) as ShareRecords, states);
  return { records, conflicts };
};
