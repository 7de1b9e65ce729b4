import { toTitle } from './folder-path.ts';
import type { Part } from './import-draft.ts';

/** What a source is called: by itself, or by its file's name without the ending. */
export const sourceTitle = ({ reading, source }: Part): string => {
  const file = source.fileName.split('/').at(-1) ?? '';
  const name = file.replace(/\.[^.]{1,8}$/, '').replaceAll(/[-_]+/g, ' ');
  return toTitle(reading.title ?? '') || toTitle(name) || toTitle(file) || 'Import';
};
