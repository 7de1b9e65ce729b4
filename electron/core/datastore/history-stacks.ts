import type { HistoryState } from '#shared/contract/views.ts';
import type { Change, Op, TrashEntry } from '#shared/model/change.ts';
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

const weights = new WeakMap<Change, number>();

const weightOf = (change: Change): number => {
  const known = weights.get(change);
  if (known !== undefined) return known;
  const weight = JSON.stringify(change).length;
  weights.set(change, weight);
  return weight;
};

/** What a change weighs, where that is known already: measuring a large one takes long. */
export const rememberWeight = (change: Change, weight: number): void => {
  weights.set(change, weight);
};

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

/** `table/id` of each record that ops touch, each once. */
export const touchedBy = (ops: readonly Op[]): readonly string[] => [...new Set(ops.map(keyOf))];

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

/** The stacks after a change. The same when it is made and when it is read back from the journal. */
export const advanceHistory = ({ done, undone }: HistoryStacks, change: Change): HistoryStacks => {
  const last = done.at(-1);
  const next = undone.at(-1);
  if (change.reverts?.kind === 'undo' && last?.id === change.reverts.changeId) {
    return { done: done.slice(0, -1), undone: [...undone, last] };
  }
  if (change.reverts?.kind === 'redo' && next?.id === change.reverts.changeId) {
    return { done: withinLimits([...done, next]), undone: undone.slice(0, -1) };
  }
  if (isPurge(change)) return { done: withoutPurged(done, change), undone: [] };
  return { done: withinLimits([...done, change]), undone: [] };
};

const asStep = (change: Change | undefined) =>
  change ? { changeId: change.id, label: change.label, at: change.at } : null;

/** What the interface shows on its undo and redo buttons. */
export const toHistoryState = (seq: number, { done, undone }: HistoryStacks): HistoryState => ({
  seq,
  undo: asStep(done.at(-1)),
  redo: asStep(undone.at(-1)),
});
