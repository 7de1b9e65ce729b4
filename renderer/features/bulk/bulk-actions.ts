import { ListChecks, ListTree, Replace } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { manyChosen } from '#renderer/app/selection.ts';
import { bulkTarget, hasBulkTarget } from './bulk-target.ts';

/** What can be done with many resources at once. */
export const bulkActions: readonly Action[] = [
  {
    id: 'bulk.edit',
    labelKey: 'bulk.edit',
    icon: ListChecks,
    shortcuts: ['Mod+Shift+B'],
    scope: 'everywhere',
    isAvailable: hasBulkTarget,
    run: (store) => {
      const target = bulkTarget(store.getState());
      if (target) store.getState().openDialog({ kind: 'bulk-edit', target });
    },
  },
  {
    id: 'bulk.replace',
    labelKey: 'bulk.replace',
    icon: Replace,
    shortcuts: ['Mod+Shift+H'],
    scope: 'everywhere',
    isAvailable: (state) => (state.session?.counts.resources ?? 0) > 0,
    run: (store) => {
      const state = store.getState();
      const isMany = manyChosen(state.selection) !== null;
      state.openDialog({ kind: 'bulk-replace', target: isMany ? bulkTarget(state) : null });
    },
  },
  {
    id: 'bulk.topics',
    labelKey: 'bulk.topics',
    icon: ListTree,
    scope: 'everywhere',
    isAvailable: (state) => (state.tree?.length ?? 0) > 1,
    run: (store) => {
      const { topicId, openDialog } = store.getState();
      openDialog({ kind: 'bulk-topics', topicId });
    },
  },
];
