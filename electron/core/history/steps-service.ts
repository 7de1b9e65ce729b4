import type { OutputOf } from '#shared/contract/contract.ts';
import type { HistoryState } from '#shared/contract/views.ts';
import type { Change } from '#shared/model/change.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import type { Datastore } from '../datastore/datastore.ts';
import { touchedBy } from '../datastore/history-stacks.ts';
import { refusal } from '../refusal.ts';

type Steps = OutputOf<'history.list'>;

const toStep = ({ id, label, at, by, ops }: Change): Steps['done'][number] => ({
  changeId: id,
  label,
  at,
  by,
  records: [...touchedBy(ops).values()].reduce((sum, { size }) => sum + size, 0),
});

/** Every step that can be taken back or made again: the last one made and the next one to come first. */
export const listSteps = (datastore: Datastore): Steps => {
  const { done, undone } = datastore.steps();
  return { done: done.map(toStep).toReversed(), undone: undone.map(toStep).toReversed() };
};

/**
 * Undoes or redoes until the step named is the last one made (null: until nothing is left to undo). Each step is a
 * change of its own, so that whoever stops half-way has lost nothing. `conflict` when there is no such step.
 */
export const goToStep = async (datastore: Datastore, changeId: ChangeId | null): Promise<HistoryState> => {
  const { done, undone } = datastore.steps();
  const isDone = changeId === null || done.some(({ id }) => id === changeId);
  if (!isDone && !undone.some(({ id }) => id === changeId)) throw refusal('conflict', 'no-such-step');
  const isThere = () => (datastore.steps().done.at(-1)?.id ?? null) === changeId;
  while (!isThere()) await (isDone ? datastore.undo() : datastore.redo());
  return datastore.historyState();
};
