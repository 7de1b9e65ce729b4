import { X } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** What can be done about the looking up of pages. */
export const captureActions: readonly Action[] = [
  {
    id: 'capture.stop',
    labelKey: 'capture.stop',
    icon: X,
    scope: 'everywhere',
    isAvailable: ({ lookups }) => lookups.waiting > 0,
    run: async (store) => void (await store.getState().mutate('capture.stopLookups', {})),
  },
];
