import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { searchCalls } from '#shared/contract/search.ts';
import { countLists, createList, moveList, readLists, removeList, updateList } from './list-service.ts';
import { findIds, searchResources } from './query-service.ts';

/** Answers the calls of `shared/contract/search.ts`. */
export const createSearchHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'search'>,
): HandlersFor<keyof typeof searchCalls> => ({
  'search.query': (input) => searchResources(needs, input),
  'search.ids': (input) => findIds(needs, input),

  'lists.all': () => readLists(needs.datastore),
  'lists.counts': () => countLists(needs),
  'lists.create': (input) => createList(needs, input),
  'lists.update': (input) => updateList(needs, input).then(toNull),
  'lists.move': (input) => moveList(needs, input).then(toNull),
  'lists.remove': (input) => removeList(needs, input).then(toNull),
});

const toNull = () => null;
