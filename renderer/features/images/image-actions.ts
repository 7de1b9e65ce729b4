import { ImagePlus } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { chooseFiles, pictureTypes } from './choose-files.ts';
import { addPictures } from './use-add-pictures.ts';

/** What brings pictures in. */
export const imageActions: readonly Action[] = [
  {
    id: 'picture.add',
    labelKey: 'picture.add',
    icon: ImagePlus,
    scope: 'everywhere',
    isAvailable: () => true,
    run: async (store) => {
      const files = await chooseFiles(pictureTypes, true);
      if (files.length > 0) await addPictures(store, { files });
    },
  },
];
