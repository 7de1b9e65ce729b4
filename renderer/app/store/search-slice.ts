import type { SearchSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** What is searched for, and how its results are shown. */
export const createSearchSlice = ({ get, set }: SliceTools): SearchSlice => ({
  search: { query: '', sort: 'relevance', descending: false, as: 'list', listId: null },
  changeSearch: (patch) => {
    const before = get().search;
    // Other words are another search than the list that was opened.
    const listId = patch.query === undefined || patch.query === before.query ? before.listId : null;
    set({ search: { ...before, listId, ...patch }, view: 'search' });
  },
});
