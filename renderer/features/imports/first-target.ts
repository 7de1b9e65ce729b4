import type { ImportPreview, ImportTarget } from '#shared/contract/imports.ts';

/** What files are called: by themselves, or by the first file's name. */
export const titleOfImport = ({ sources }: ImportPreview): string => {
  const [first] = sources;
  const name = first?.fileName.split('/').at(-1) ?? '';
  return first?.title ?? name.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' ');
};

/** Where an import goes as long as nothing else was chosen: a new topic, its folders topics below that. */
export const firstTarget = (preview: ImportPreview): ImportTarget => ({
  into: { kind: 'new', title: titleOfImport(preview) },
  folders: preview.hasFolders ? 'topics' : 'flat',
  duplicates: 'show',
});
