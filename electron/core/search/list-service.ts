import { generateKeyBetween } from 'fractional-indexing';
import { changeLabel } from '#core/change-label.ts';
import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { builtInLists } from '#shared/contract/search.ts';
import { comparePositions } from '#shared/domain/ordering.ts';
import { smartListIdSchema } from '#shared/model/ids.ts';
import type { SmartList } from '#shared/model/smart-list.ts';
import { parseToday, type SearchNeeds } from './query-service.ts';

type Needs = Pick<CoreContext, 'datastore' | 'ids'>;

/** The library's own lists in their order. */
export const readLists = ({ tables }: Reader): SmartList[] =>
  Object.values(tables.smartLists).toSorted(comparePositions);

/** How many resources each list holds now. */
export const countLists = async (needs: SearchNeeds): Promise<OutputOf<'lists.counts'>> => {
  const lists = [...builtInLists, ...readLists(needs.datastore)];
  const counts = await needs.search.count(lists.map(({ query }) => [...parseToday(needs, query).clauses]));
  return Object.fromEntries(lists.map(({ id }, index) => [id, counts[index] ?? 0]));
};

/** Keeps a search under a name, last among the lists. */
export const createList = async (
  { datastore, ids }: Needs,
  fields: ParsedInputOf<'lists.create'>,
): Promise<OutputOf<'lists.create'>> => {
  const listId = smartListIdSchema.parse(ids.next());
  await datastore.commit(changeLabel('list.create', { title: fields.title }), (reader) => {
    const last = readLists(reader).at(-1)?.position ?? null;
    return [putOp('smartLists', { id: listId, ...fields, position: generateKeyBetween(last, null) })];
  });
  return { listId };
};

/** Renames a list, or changes what it finds. */
export const updateList = async (
  { datastore }: Needs,
  { listId, patch }: ParsedInputOf<'lists.update'>,
): Promise<void> => {
  const { title } = datastore.require('smartLists', listId);
  const key = patch.title === undefined ? 'list.update' : 'list.rename';
  await datastore.commit(changeLabel(key, { title: patch.title ?? title }), (reader) =>
    editOps('smartLists', reader.require('smartLists', listId), patch),
  );
};

/** Puts a list before another, or last. */
export const moveList = async (
  { datastore }: Needs,
  { listId, beforeId }: ParsedInputOf<'lists.move'>,
): Promise<void> => {
  const { title } = datastore.require('smartLists', listId);
  await datastore.commit(changeLabel('list.move', { title }), (reader) => {
    const list = reader.require('smartLists', listId);
    if (beforeId !== null) reader.require('smartLists', beforeId);
    if (beforeId === listId) return [];
    const others = readLists(reader).filter(({ id }) => id !== listId);
    const at = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId);
    const [before = null, after = null] = [others[at - 1]?.position, others[at]?.position];
    const isThere = (before ?? '') < list.position && (after === null || list.position < after);
    return isThere ? [] : editOps('smartLists', list, { position: generateKeyBetween(before, after) });
  });
};

/** Takes a list away; its resources stay. */
export const removeList = async (
  { datastore }: Needs,
  { listId }: ParsedInputOf<'lists.remove'>,
): Promise<void> => {
  const { title } = datastore.require('smartLists', listId);
  await datastore.commit(changeLabel('list.remove', { title }), (reader) => [
    deleteOp('smartLists', reader.require('smartLists', listId)),
  ]);
};
