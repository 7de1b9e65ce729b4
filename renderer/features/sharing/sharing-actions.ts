import { PackageCheck, PackageOpen } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { chooseFiles } from '#renderer/features/images/choose-files.ts';

/** Sending topics to a colleague, and taking in what one has sent. */
export const sharingActions: readonly Action[] = [
  {
    id: 'sharing.send',
    labelKey: 'sharing.send',
    icon: PackageCheck,
    scope: 'everywhere',
    isAvailable: ({ tree }) => (tree?.length ?? 0) > 0,
    run: (store) => store.getState().openDialog({ kind: 'publish', topicIds: null, format: 'share' }),
  },
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
