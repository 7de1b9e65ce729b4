import { FileUp } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** What brings resources in. */
export const importActions: readonly Action[] = [
  {
    id: 'import.files',
    labelKey: 'import.action',
    icon: FileUp,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => {
      const { openDialog, topicId } = store.getState();
      openDialog({ kind: 'import', topicId, files: [] });
    },
  },
];
