import { BookmarkPlus, CopyPlus, Search, Table } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { bulkTarget } from '#renderer/features/bulk/bulk-target.ts';
import { callBulk } from '#renderer/features/bulk/call-bulk.ts';
import { focusSearchBox } from './focus-search.ts';

const isSearching = (state: AppState): boolean => state.view === 'search';
const hasBoardToo = (state: AppState): boolean =>
  isSearching(state) && state.board !== null && bulkTarget(state) !== null;

/** Shows what is chosen on the board that was open last, too. */
const showHere = async (store: AppStore): Promise<void> => {
  const { board, announce } = store.getState();
  const target = bulkTarget(store.getState());
  if (!board || !target) return;
  const report = await callBulk(store, 'bulk.show', {
    target,
    topicId: board.topic.id,
    sectionId: null,
    beforeId: null,
  });
  if (report) announce('search.shown-here', { count: report.changed, topic: board.topic.title });
};

/** What can be done about searching and with what was found. */
export const searchActions: readonly Action[] = [
  {
    id: 'search.open',
    labelKey: 'search.open',
    icon: Search,
    shortcuts: ['Mod+F'],
    singleKey: { key: '/', scopes: ['navigator', 'lists', 'board', 'entries'] },
    scope: 'everywhere',
    worksInText: true,
    isAvailable: () => true,
    run: focusSearchBox,
  },
  {
    id: 'search.save',
    labelKey: 'search.save',
    icon: BookmarkPlus,
    scope: 'everywhere',
    isAvailable: (state) => isSearching(state) && state.search.query.trim() !== '',
    run: (store) => store.getState().openDialog({ kind: 'save-list', listId: null }),
  },
  {
    id: 'search.table',
    labelKey: 'search.table',
    icon: Table,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => store.getState().changeSearch({ query: '', as: 'table' }),
  },
  {
    id: 'search.show-here',
    labelKey: 'search.show-here',
    icon: CopyPlus,
    scope: 'entries',
    isAvailable: hasBoardToo,
    run: showHere,
  },
];
