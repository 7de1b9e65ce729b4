import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toFolderName } from './folder-name.ts';

/** A folder that is not there yet, within `parent`, named after a library's title. */
export const freePlace = (parent: string, title: string): string => {
  const name = toFolderName(title);
  for (let number = 1; ; number += 1) {
    const place = join(parent, number === 1 ? name : `${name} ${number}`);
    if (!existsSync(place)) return place;
  }
};
