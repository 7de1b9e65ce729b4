import type { TrashEntry } from '#shared/model/change.ts';

/**
 * Whether a record in the trash is a memory only: it is still in the library, and kept here as it was to tell where what
 * went away belongs. The topic of a section; what showed a picture.
 */
export const isMemory = (kind: TrashEntry['kind'], table: string): boolean =>
  kind === 'section' ? table === 'topics' : kind === 'image' && table !== 'images' && table !== 'evidence';
