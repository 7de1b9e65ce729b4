import { FileSpreadsheet } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** What brings resources in. */
export const importActions: readonly Action[] = [
  {
    id: 'import.csv',
    labelKey: 'import.action',
    icon: FileSpreadsheet,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => {
      const { openDialog, topicId } = store.getState();
      openDialog({ kind: 'import-csv', topicId, file: null });
    },
  },
];
