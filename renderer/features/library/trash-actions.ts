import { Eraser } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** What can be done with all of the trash. */
export const trashActions: readonly Action[] = [
  {
    id: 'trash.empty',
    labelKey: 'trash.empty',
    icon: Eraser,
    scope: 'everywhere',
    isAvailable: ({ session }) => (session?.counts.trash ?? 0) > 0,
    run: (store) => store.getState().openDialog({ kind: 'empty-trash' }),
  },
];
