import { DatabaseBackup } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** The way to the backups of the library. */
export const backupActions: readonly Action[] = [
  {
    id: 'view.backups',
    labelKey: 'view.backups',
    icon: DatabaseBackup,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => store.getState().showView('backups'),
  },
];
