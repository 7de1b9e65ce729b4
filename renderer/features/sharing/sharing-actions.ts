import { PackageOpen } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { chooseFiles } from '#renderer/features/images/choose-files.ts';

/** Taking in what a colleague has sent. */
export const sharingActions: readonly Action[] = [
  {
    id: 'sharing.open',
    labelKey: 'sharing.action',
    icon: PackageOpen,
    scope: 'everywhere',
    isAvailable: () => true,
    run: async (store) => {
      const [file] = await chooseFiles('.carrel', false);
      if (file) store.getState().openDialog({ kind: 'open-share', file });
    },
  },
];
