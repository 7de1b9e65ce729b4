import { History } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** What can be done with the history beyond one step back or forth. */
export const historyActions: readonly Action[] = [
  {
    id: 'history.open',
    labelKey: 'history.open',
    icon: History,
    shortcuts: ['Mod+Alt+Z'],
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => store.getState().openDialog({ kind: 'history' }),
  },
];
