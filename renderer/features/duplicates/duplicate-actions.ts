import { Files, Merge } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { manyChosen } from '#renderer/app/selection.ts';
import { bulkTarget } from '#renderer/features/bulk/bulk-target.ts';
import { mostCompared } from '#shared/contract/bulk.ts';

/** What stands in the library twice: the way to it, and what is known to be the same. */
export const duplicateActions: readonly Action[] = [
  {
    id: 'view.duplicates',
    labelKey: 'view.duplicates',
    icon: Files,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => store.getState().showView('duplicates'),
  },
  {
    id: 'bulk.merge',
    labelKey: 'bulk.merge',
    icon: Merge,
    scope: 'everywhere',
    isAvailable: ({ selection }) => {
      const count = manyChosen(selection) ?? 0;
      return count > 1 && count <= mostCompared;
    },
    run: (store) => {
      const target = bulkTarget(store.getState());
      if (target) store.getState().openDialog({ kind: 'merge', target });
    },
  },
];
