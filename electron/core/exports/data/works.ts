import type { Publication, PublishedEntry } from '../publication-types.ts';
import { dataEntries } from './entries.ts';

/** Every work of a publication once, where it stands first: formats of references know no places. */
export const worksOnce = (publication: Publication): readonly PublishedEntry[] => {
  const works = new Map<string, PublishedEntry>();
  for (const { entry } of dataEntries(publication)) {
    if (!works.has(entry.resourceId)) works.set(entry.resourceId, entry);
  }
  return [...works.values()];
};
