import type { HistoryState } from '#shared/contract/views.ts';
import type { Change, Op, TrashEntry } from '#shared/model/change.ts';
import type { TableName } from '#shared/model/library.ts';
import { rebaseSteps } from './rebase-steps.ts';
import { weightOf } from './step-weights.ts';
import { isMemory } from './trash-memory.ts';

/** What can be undone and redone, newest last. A value: every step makes a new one. */
export type HistoryStacks = { readonly done: readonly Change[]; readonly undone: readonly Change[] };

/**
 * How far back undo reaches. The newest change is kept whatever it weighs. Large ones, such as an edit of thousands of
 * resources, have a measure of their own: one of them, and the small steps after it, can all be taken back.
 */
const historyLimits = {
  changes: 200,
  bytes: 4 * 1024 * 1024,
  largeFrom: 256 * 1024,
  largeBytes: 64 * 1024 * 1024,
} as const;

/** Labels of changes that delete for good. */
const isPurge = (change: Change): boolean => change.label.key.startsWith('trash.purge');

const withinLimits = (done: readonly Change[]): readonly Change[] => {
  let [bytes, largeBytes] = [0, 0];
  let first = done.length;
  while (first > 0 && done.length - first < historyLimits.changes) {
    const weight = weightOf(done[first - 1] as Change);
    if (weight < historyLimits.largeFrom) bytes += weight;
    else largeBytes += weight;
    const tooMuch = bytes > historyLimits.bytes || largeBytes > historyLimits.largeBytes;
    if (tooMuch && first < done.length) break;
    first -= 1;
  }
  return first === 0 ? done : done.slice(first);
};

const keyOf = (record: { readonly table: string; readonly id: string }): string =>
  `${record.table}/${record.id}`;

/** The records that went into the trash; what is only remembered there is not among them. */
const trashedKeys = (op: Op): string[] => {
  if (op.op === 'edit' || op.table !== 'trash' || !Array.isArray(op.record['records'])) return [];
  const kind = op.record['kind'] as TrashEntry['kind'];
  const records = op.record['records'] as { table: string; id: string }[];
  return records.filter(({ table }) => !isMemory(kind, table)).map(keyOf);
};

/** The ids of all records that ops touch, by table, each once. */
export const touchedBy = (ops: readonly Op[]): ReadonlyMap<TableName, ReadonlySet<string>> => {
  const touched = new Map<TableName, Set<string>>();
  for (const { table, id } of ops) {
    const ids = touched.get(table) ?? new Set();
    touched.set(table, ids.add(id));
  }
  return touched;
};

const heldBy = (change: Change): readonly string[] =>
  change.ops.flatMap((op) => [keyOf(op), ...trashedKeys(op)]);

/**
 * The steps that can still be taken back once `purge` is made. A step that holds a purged record goes; so does each
 * older one that shares a record with a step that went, because it no longer fits what is there.
 */
const withoutPurged = (done: readonly Change[], purge: Change): readonly Change[] => {
  const gone = new Set(heldBy(purge));
  const kept = done.toReversed().filter((change) => {
    const held = heldBy(change);
    if (!held.some((key) => gone.has(key))) return true;
    for (const key of held) gone.add(key);
    return false;
  });
  return kept.toReversed();
};

const afterRevert = ({ done, undone }: HistoryStacks, { reverts }: Change): HistoryStacks | null => {
  const [last, next] = [done.at(-1), undone.at(-1)];
  if (reverts?.kind === 'undo' && last?.id === reverts.changeId)
    return { done: done.slice(0, -1), undone: [...undone, last] };
  if (reverts?.kind === 'redo' && next?.id === reverts.changeId)
    return { done: withinLimits([...done, next]), undone: undone.slice(0, -1) };
  return null;
};

/** One step with the last one: under the newer name, which tells of both, and known by the id of the older. */
const joined = ({ done }: HistoryStacks, { joins, label, ops }: Change): HistoryStacks | null => {
  const last = done.at(-1);
  if (joins === undefined || last?.id !== joins) return null;
  return {
    done: withinLimits([...done.slice(0, -1), { ...last, label, ops: [...last.ops, ...ops] }]),
    undone: [],
  };
};

/** The stacks after a change. The same when it is made and when it is read back from the journal. */
export const advanceHistory = (stacks: HistoryStacks, change: Change): HistoryStacks => {
  const special =
    afterRevert(stacks, change) ??
    joined(stacks, change) ??
    (change.aside ? rebaseSteps(stacks, change) : null);
  if (special) return special;
  if (isPurge(change)) return { done: withoutPurged(stacks.done, change), undone: [] };
  return { done: withinLimits([...stacks.done, change]), undone: [] };
};

const asStep = (change: Change | undefined) =>
  change ? { changeId: change.id, label: change.label, at: change.at } : null;

/** What the interface shows on its undo and redo buttons. */
export const toHistoryState = (seq: number, { done, undone }: HistoryStacks): HistoryState => ({
  seq,
  undo: asStep(done.at(-1)),
  redo: asStep(undone.at(-1)),
});
