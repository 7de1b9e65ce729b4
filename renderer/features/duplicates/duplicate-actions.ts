import { Files } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** The way to what stands in the library twice. */
export const duplicateActions: readonly Action[] = [
  {
    id: 'view.duplicates',
    labelKey: 'view.duplicates',
    icon: Files,
    scope: 'everywhere',
    isAvailable: () => true,
    run: (store) => store.getState().showView('duplicates'),
  },
];
